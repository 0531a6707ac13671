#include <gtest/gtest.h>

#include "tests/support/page_service.h"

namespace web {
namespace {

using support::has;
using support::listOf;

struct ReportPagesTest : testing::Test, support::PageService {};

TEST_F(ReportPagesTest, OpenEveryNumberIntoItsDocuments) {
    answers["GET /meetings"] = listOf(R"({"id":"m","title":"Spotkanie w Knurowie"})");
    answers["GET /reports"] = {200, R"({"data":[
        {"meeting":"m","date":"2019-11-13","name":"Deklaracje","grade":"archiwum","count":1,"at_least":false,
         "evidence":[{"text":"a.pdf","record":"R1"},{"text":"uczestnik nr 1"}]},
        {"name":"Deklaracje","grade":"archiwum","count":3,"at_least":true,"evidence":[]}]})"};
    const std::string html = this->html("/sprawozdania");
    EXPECT_TRUE(has(html, R"(<a href="/archiwum/R1">a.pdf</a>)"));
    EXPECT_TRUE(has(html, "<li>uczestnik nr\u00a01</li>"));
    EXPECT_TRUE(has(html, "2 pozycje"));
    EXPECT_TRUE(has(html, "co najmniej 3"));
    EXPECT_LT(html.find("Razem"), html.find("Spotkanie w Knurowie"));  // the sums come first
}

/// One number of a meeting, or of all where that is "".
std::string numberJson(const std::string& meeting, const std::string& date, const std::string& name,
                       const std::string& grade, int count) {
    const std::string of = meeting.empty() ? "" : R"("meeting":")" + meeting + R"(","date":")" + date + R"(",)";
    return "{" + of + R"("name":")" + name + R"(","grade":")" + grade + R"(","count":)" + std::to_string(count) +
           R"(,"at_least":true,"evidence":[]})";
}

TEST_F(ReportPagesTest, TellMeetingsByNameTheNewestFirst) {
    answers["GET /meetings"] = listOf(R"({"id":"old","team":"Zespół Stary","demonstration":true},)"
                                      R"({"id":"new","title":"Nowe spotkanie","demonstration":false})");
    answers["GET /reports"] = {200, R"({"data":[)" + numberJson("old", "2019-11-13", "Listy", "archiwum", 0) + "," +
                                        numberJson("new", "2026-03-02", "Listy", "archiwum", 0) + "," +
                                        numberJson("lost", "2001-01-01", "Listy", "archiwum", 0) + "," +
                                        numberJson("", "", "Listy", "archiwum", 0) + "]}"};
    const std::string html = this->html("/sprawozdania");
    EXPECT_LT(html.find("Razem"), html.find("Nowe spotkanie"));
    EXPECT_LT(html.find("Nowe spotkanie"), html.find("Zespół Stary"));
    EXPECT_TRUE(has(html, R"(<a href="/spotkania/old">Zespół Stary</a> <span class="state">przykład</span>)"));
    EXPECT_TRUE(has(html, R"(<a href="/spotkania/lost">lost</a>)"));  // one that the list no longer has
    EXPECT_TRUE(has(html, "Sumy obejmują także spotkania przykładowe."));
    EXPECT_FALSE(has(html, "co najmniej"));
}

TEST_F(ReportPagesTest, LeaveOutDemonstrationSignaturesThatNobodyMade) {
    answers["GET /meetings"] = listOf(R"({"id":"m"})");
    answers["GET /reports"] = {200, R"({"data":[)" + numberJson("", "", "A", "podpisy pokazowe (POKAZ)", 0) + "," +
                                        numberJson("", "", "B", "podpisy pokazowe (POKAZ)", 2) + "," +
                                        numberJson("", "", "C", "podpisy prawdziwe", 0) + "]}"};
    const std::string html = this->html("/sprawozdania");
    EXPECT_FALSE(has(html, "<span>A "));
    EXPECT_TRUE(has(html, "<span>B "));
    EXPECT_TRUE(has(html, "<span>C "));
    EXPECT_FALSE(has(html, "Sumy obejmują"));
}

TEST_F(ReportPagesTest, SayWhyNoAcceptanceCanBeVerified) {
    const std::string accepted = "Deklaracje przyjęte przez Lidera (podpis zweryfikowany)";
    answers["GET /meetings"] = listOf(R"({"id":"m"})");
    answers["GET /reports"] = {200, R"({"data":[)" + numberJson("m", "2026-03-02", accepted, "podpisy prawdziwe", 0) +
                                        "," + numberJson("", "", accepted, "podpisy prawdziwe", 0) + "]}"};
    EXPECT_FALSE(has(html("/sprawozdania"), "nie wskazano zaufanych certyfikatów"));
    answers["GET /health/ready"] = {200, R"({"ready":true,"checks":[{"name":"trust","condition":"warning"}]})"};
    const std::string html = this->html("/sprawozdania");
    EXPECT_TRUE(has(html, "zaufanych"));
    EXPECT_EQ(html.find("zaufanych"), html.rfind("zaufanych"));  // beside the sum only
    answers["GET /health/ready"] = {200, R"({"ready":true,"checks":[{"name":"trust","condition":"good"}]})"};
    EXPECT_FALSE(has(this->html("/sprawozdania"), "zaufanych"));
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
