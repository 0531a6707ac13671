#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::locationOf;

struct EntryPagesTest : testing::Test, support::PageService {
    void nobody() { answers["GET /session"] = {401, R"({"status":401,"detail":"nikt"})"}; }
    void mayLogIn() { answers["POST /session"] = {201, R"({"csrf_token":"NEW","user":{"name":"olga","roles":[]}})"}; }
};

TEST_F(EntryPagesTest, WelcomeWhoIsNotLoggedIn) {
    nobody();
    const std::string html = this->html("/");
    EXPECT_TRUE(has(html, "/logowanie"));
    EXPECT_TRUE(has(html, "/sprawdz-podpis"));
    EXPECT_FALSE(has(html, "/wylogowanie"));
}

TEST_F(EntryPagesTest, LogInAndGoOnWhereItWasWanted) {
    nobody();
    mayLogIn();
    EXPECT_TRUE(has(html("/logowanie?next=/spotkania"), R"(name="next" value="/spotkania")"));
    const auto response = post("/logowanie", "name=olga&password=d%C5%82ugie+has%C5%82o&next=/spotkania");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(locationOf(response), "/spotkania");
    EXPECT_EQ(changes.at(0), R"(POST /session {"name":"olga","password":"długie hasło"})");
}

TEST_F(EntryPagesTest, LeadNowhereElseAfterLoggingIn) {
    mayLogIn();
    for (const char* elsewhere : {"https://evil.example", "//evil.example", "/\\evil.example", ""})
        EXPECT_EQ(locationOf(post("/logowanie", "name=o&password=p&next=" + std::string(elsewhere))), "/") << elsewhere;
}

TEST_F(EntryPagesTest, KeepWhatWasTypedWhenASessionEnds) {
    nobody();
    mayLogIn();
    const std::string page = post("/logowanie", "name=o&password=p&next=/konta&kept__text=a%0Ab").body;
    EXPECT_TRUE(has(page, R"(action="/konta")"));
    EXPECT_TRUE(has(page, R"(name="text" value="a)"));
    EXPECT_TRUE(has(page, R"(name="csrf_token" value="NEW")"));
    EXPECT_FALSE(has(page, R"(value="p")"));
}

TEST_F(EntryPagesTest, SayWhatWasWrongWithALogIn) {
    nobody();
    answers["POST /session"] = {401, R"({"status":401,"detail":"Złe hasło."})"};
    const auto response = post("/logowanie", "name=olga&password=x");
    EXPECT_EQ(response.status, 401);
    EXPECT_TRUE(has(response.body, "Złe hasło."));
    EXPECT_TRUE(has(response.body, R"(value="olga")"));
}

TEST_F(EntryPagesTest, MakeTheFirstAccount) {
    const auto differs = post("/pierwsze-konto", "secret=s&name=o&password=a&repeated=b");
    EXPECT_EQ(differs.status, 422);
    EXPECT_TRUE(has(differs.body, R"(id="repeated-fault">Oba hasła różnią się.)"));
    EXPECT_TRUE(has(differs.body, R"(href="#repeated")"));
    EXPECT_TRUE(has(differs.body, R"(name="secret" value="s")"));
    EXPECT_TRUE(changes.empty());
    answers["POST /setup"] = {201, "{}"};
    EXPECT_EQ(locationOf(post("/pierwsze-konto", "secret=s&name=o&password=a&repeated=a")),
              "/logowanie?zrobiono=account");
    answers["POST /setup"] = {422, R"({"detail":"D","errors":[{"pointer":"/password","detail":"Za krótkie."}]})"};
    EXPECT_TRUE(has(post("/pierwsze-konto", "secret=s&name=o&password=a&repeated=a").body, "Za krótkie."));
    answers["POST /setup"] = {401, R"({"detail":"Kod nie działa."})"};
    const auto wrong = post("/pierwsze-konto", "secret=s&name=o&password=a&repeated=a");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_TRUE(has(wrong.body, R"(id="secret-fault">Kod nie działa.)"));
    EXPECT_TRUE(has(wrong.body, R"(name="name" value="o")"));
}

TEST_F(EntryPagesTest, SayThatTheFirstAccountIsMade) {
    nobody();
    EXPECT_TRUE(has(html("/logowanie?zrobiono=account"), "Konto założono."));
    EXPECT_FALSE(has(html("/logowanie?zrobiono=saved"), "notice good"));
    EXPECT_TRUE(has(html("/logowanie"), "Pierwsze konto zakłada się linkiem"));
}

TEST_F(EntryPagesTest, LogOutAndChooseALanguage) {
    answers["DELETE /session"] = {204, ""};
    EXPECT_EQ(locationOf(post("/wylogowanie", "csrf_token=C")), "/");
    const auto response = post("/jezyk", "language=en&next=/konto");
    EXPECT_EQ(locationOf(response), "/konto");
    EXPECT_TRUE(response.fields.back().second.starts_with("language=en;"));
}

TEST_F(EntryPagesTest, GiveStyleAndScript) {
    EXPECT_TRUE(has(html("/style.css"), "--accent"));
    EXPECT_TRUE(has(html("/akces.js"), "use strict"));
}

}  // namespace
}  // namespace web
