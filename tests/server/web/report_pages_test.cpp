#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;

struct ReportPagesTest : testing::Test, support::PageService {};

TEST_F(ReportPagesTest, OpenEveryNumberIntoItsDocuments) {
    answers["GET /meetings"] = listOf(R"({"id":"m"})");
    answers["GET /reports"] = {200, R"({"data":[
        {"meeting":"m","date":"2019-11-13","name":"Deklaracje","grade":"archiwum","count":1,"at_least":false,
         "evidence":[{"text":"a.pdf","record":"R1"},{"text":"uczestnik nr 1"}]},
        {"name":"Deklaracje","grade":"archiwum","count":0,"at_least":true,"evidence":[]}]})"};
    const std::string html = this->html("/sprawozdania");
    EXPECT_TRUE(has(html, R"(<a href="/archiwum/R1">a.pdf</a>)"));
    EXPECT_TRUE(has(html, "<li>uczestnik nr\u00a01</li>"));
    EXPECT_TRUE(has(html, "2 pozycje"));
    EXPECT_TRUE(has(html, "co najmniej 0"));
    EXPECT_LT(html.find("Razem"), html.find("Spotkanie"));  // the sums come first
}

TEST_F(ReportPagesTest, SayWhatToDoWithoutMeetings) {
    answers["GET /meetings"] = listOf("");
    answers["GET /reports"] = {200, R"({"data":[]})"};
    EXPECT_TRUE(has(html("/sprawozdania"), "Nie ma jeszcze spotkań"));
    EXPECT_TRUE(has(html("/sprawozdania"), R"(href="/spotkania")"));
}

TEST_F(ReportPagesTest, HandOnTheFiles) {
    answers["GET /reports/csv"] = {200, "a;b", "text/csv"};
    answers["GET /reports/zip"] = {200, "PK", "application/zip"};
    EXPECT_EQ(html("/sprawozdania/csv"), "a;b");
    EXPECT_EQ(html("/sprawozdania/zip"), "PK");
}

}  // namespace
}  // namespace web
