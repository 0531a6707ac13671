#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;
using support::locationOf;

struct ProjectPagesTest : testing::Test, support::PageService {
    ProjectPagesTest() {
        answers["GET /projects"] = listOf(R"({"id":"p1","project":{"title":"Kooperacje"},"meetings":["a","b"]})");
        answers["GET /teams"] = listOf("");
        answers["GET /teams/t1"] = {200, R"({"id":"t1","team":{"name":"Zespół","expected_effects":["raz","dwa"]},)"
                                         R"("meetings":["a","b"]})"};
        answers["GET /projects/p1"] = {200, R"({"id":"p1","project":{"title":"Kooperacje"},"meetings":["a"]})"};
    }
};

TEST_F(ProjectPagesTest, ListWhatMeetingsShare) {
    EXPECT_TRUE(has(html("/ustawienia/projekty"), "Kooperacje"));
    EXPECT_TRUE(has(html("/ustawienia/projekty"), "2 spotkania"));
    answers["GET /projects"] = listOf("");
    EXPECT_TRUE(has(html("/ustawienia/projekty"), "Nie ma jeszcze projektów"));
}

TEST_F(ProjectPagesTest, ChangeATeamInEveryMeeting) {
    const std::string html = this->html("/ustawienia/zespoly/t1");
    EXPECT_TRUE(has(html, "która ma tę nazwę: a, b") || has(html, "a, b"));
    EXPECT_TRUE(has(html, "\nraz\ndwa</textarea>"));
    answers["PUT /teams/t1"] = {200, "{}"};
    EXPECT_EQ(locationOf(post("/ustawienia/zespoly/t1", "name=Nowy&expected_effects=raz%0D%0A%0D%0Atrzy")),
              "/ustawienia/projekty?zrobiono=saved");
    EXPECT_EQ(changes.back(), R"(PUT /teams/t1 {"expected_effects":["raz","trzy"],"name":"Nowy"})");
}

TEST_F(ProjectPagesTest, KeepWhatWasTypedWhereItIsRefused) {
    answers["PUT /projects/p1"] = {412, R"({"status":412,"detail":"Ktoś zmienił."})"};
    const auto refused = post("/ustawienia/projekty/p1", "title=Inny+%22tytu%C5%82%22");
    EXPECT_EQ(refused.status, 412);
    EXPECT_TRUE(has(refused.body, "Ktoś zmienił."));
    EXPECT_TRUE(has(refused.body, R"(value="Inny &quot;tytuł&quot;")"));
    EXPECT_EQ(ask("GET", "/ustawienia/projekty/nic").status, 404);
}

}  // namespace
}  // namespace web
