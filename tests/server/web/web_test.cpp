#include "server/web/web.h"

#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using base::Language;
using support::has;

struct WebTest : testing::Test, support::PageService {};

TEST_F(WebTest, HandsTheApisPathsOn) {
    answers["GET /meetings"] = {200, "[1]"};
    EXPECT_EQ(ask("GET", "/api/v1/meetings").body, "[1]");
    ask("GET", "/health/live");
    ask("GET", "/metrics");
    EXPECT_EQ(asked.size(), 3U);
}

TEST_F(WebTest, SaysThatThereIsNoSuchPage) {
    const auto response = ask("GET", "/nie-ma");
    EXPECT_EQ(response.status, 404);
    EXPECT_TRUE(has(response.body, "Nie ma takiej strony"));
}

TEST_F(WebTest, SaysWhichMethodsAPageHas) {
    const auto response = ask("DELETE", "/logowanie");
    EXPECT_EQ(response.status, 405);
    bool isTold = false;
    for (const auto& [name, value] : response.fields) isTold = isTold || (name == "allow" && has(value, "POST"));
    EXPECT_TRUE(isTold);
}

TEST_F(WebTest, TakesAddressesThatSomebodyDecorated) {
    EXPECT_EQ(ask("GET", "/logowanie?utm_source=mail&x=%ZZ").status, 200);
}

TEST_F(WebTest, RefusesAFormThatIsNone) { EXPECT_EQ(ask("POST", "/logowanie", "a=%ZZ").status, 400); }

TEST(LanguageOf, IsTheCookiesElseTheBrowsers) {
    http::Request request;
    EXPECT_EQ(languageOf(request), Language::polish);
    request.fields = {{"accept-language", "en-GB,en;q=0.9,pl;q=0.8"}};
    EXPECT_EQ(languageOf(request), Language::english);
    request.fields = {{"accept-language", "pl,en;q=0.8"}};
    EXPECT_EQ(languageOf(request), Language::polish);
    request.fields = {{"accept-language", "de"}};
    EXPECT_EQ(languageOf(request), Language::polish);
    request.fields = {{"cookie", "akces=x; language=en"}, {"accept-language", "pl"}};
    EXPECT_EQ(languageOf(request), Language::english);
}

}  // namespace
}  // namespace web
