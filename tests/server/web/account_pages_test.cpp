#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;
using support::locationOf;

struct AccountPagesTest : testing::Test, support::PageService {
    AccountPagesTest() {
        const std::string jan =
            R"({"id":"U2","name":"jan","roles":["reader"],"disabled":false,"made_at":"2026-11-25T09:00:00Z"})";
        const std::string token =
            R"({"id":"T1","label":"EZD <1>","scopes":["meetings","audit"],"made_at":"2026-11-25T09:00:00Z",)"
            R"("expires_at":"2027-01-01T00:00:00Z","revoked_at":null})";
        answers["GET /users"] = listOf(jan);
        answers["GET /users/U2"] = {200, jan};
        answers["GET /users/U2/tokens"] = listOf(token);
        answers["GET /tokens"] = listOf(token);
    }
};

TEST_F(AccountPagesTest, ListAccountsWithTheirPermissionsInWords) {
    EXPECT_TRUE(has(html("/konta"), "podgląd"));
    EXPECT_TRUE(has(html("/konta"), R"(href="/konta/U2")"));
}

TEST_F(AccountPagesTest, AddAnAccount) {
    answers["POST /users"] = {201, "{}"};
    EXPECT_EQ(locationOf(post("/konta", "name=ewa&password=+d%C5%82ugie+has%C5%82o&roles=clerk&roles=reader")),
              "/konta?zrobiono=added");
    EXPECT_EQ(changes.back(), R"(POST /users {"name":"ewa","password":" długie hasło","roles":["clerk","reader"]})");
    answers["POST /users"] = {422, R"({"detail":"Błędy.","errors":[{"pointer":"/roles","detail":"Rola."}]})"};
    const auto refused = post("/konta", "name=ewa&password=tajne-haslo-1&roles=clerk");
    EXPECT_TRUE(has(refused.body, R"(id="roles-fault">Rola.)"));
    EXPECT_TRUE(has(refused.body, R"(value="clerk" checked)"));
    EXPECT_FALSE(has(refused.body, "tajne-haslo-1"));
}

TEST_F(AccountPagesTest, ChangeAnAccount) {
    const std::string html = this->html("/konta/U2");
    EXPECT_TRUE(has(html, R"(value="reader" checked)"));
    EXPECT_TRUE(has(html, "Wyłączyć konto „jan”?"));
    EXPECT_TRUE(has(html, "EZD &lt;1&gt;"));
    EXPECT_TRUE(has(html, "spotkania, dziennik zdarzeń"));
    for (const char* part : {"/roles", "/disabled", "/password"})
        answers[std::string("PUT /users/U2") + part] = {200, "{}"};
    answers["DELETE /users/U2/tokens/T1"] = {204, ""};
    EXPECT_EQ(locationOf(post("/konta/U2/uprawnienia", "roles=clerk")), "/konta/U2?zrobiono=saved");
    EXPECT_EQ(changes.back(), R"(PUT /users/U2/roles {"roles":["clerk"]})");
    EXPECT_EQ(locationOf(post("/konta/U2/stan", "disabled=yes")), "/konta/U2?zrobiono=saved");
    EXPECT_EQ(changes.back(), R"(PUT /users/U2/disabled {"disabled":true})");
    EXPECT_EQ(locationOf(post("/konta/U2/haslo", "password=abc")), "/konta/U2?zrobiono=password");
    EXPECT_EQ(locationOf(post("/konta/U2/klucze/T1", "")), "/konta/U2?zrobiono=token");
    EXPECT_EQ(locationOf(ask("GET", "/konta/U2/haslo")), "/konta/U2");
}

TEST_F(AccountPagesTest, ChangeTheOwnPassword) {
    answers["PUT /session/password"] = {204, ""};
    EXPECT_EQ(locationOf(post("/konto/haslo", "current=a&new=b&repeated=b")), "/konto?zrobiono=password");
    EXPECT_EQ(changes.back(), R"(PUT /session/password {"current":"a","new":"b"})");
    const std::string differs = post("/konto/haslo", "current=a&new=b&repeated=c").body;
    EXPECT_TRUE(has(differs, R"(id="repeated-fault">Oba hasła różnią się.)"));
    EXPECT_EQ(changes.size(), 1U);
}

TEST_F(AccountPagesTest, ShowATokenOnce) {
    answers["POST /tokens"] = {201,
                               R"({"id":"T2","label":"x","expires_at":"2027-01-01T22:00:00Z","token":"akces_tajny"})"};
    const auto made = post("/konto/klucze", "label=x&scopes=audit&expires_at=2027-01-01");
    EXPECT_EQ(changes.back(), R"(POST /tokens {"expires_at":"2027-01-01T22:00:00Z","label":"x","scopes":["audit"]})");
    EXPECT_TRUE(has(made.body, "akces_tajny"));
    EXPECT_FALSE(has(html("/konto"), "akces_tajny"));
    answers["DELETE /tokens/T1"] = {204, ""};
    EXPECT_EQ(locationOf(post("/konto/klucze/T1", "")), "/konto?zrobiono=token");
    answers["POST /tokens"] = {422, R"({"detail":"Błędy.","errors":[{"pointer":"/expires_at","detail":"Termin."}]})"};
    EXPECT_TRUE(has(post("/konto/klucze", "label=x&expires_at=1999-01-01").body, "Termin."));
}

}  // namespace
}  // namespace web
