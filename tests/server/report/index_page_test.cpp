#include "server/report/index_page.h"

#include <gtest/gtest.h>

namespace report {
namespace {

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

PackedDocument document(const std::string& id, const std::string& path) {
    PackedDocument made{path, path.empty() ? "" : "verdicts/" + id + ".json", {}};
    made.record.id = id;
    made.record.meetingId = "m";
    made.record.fileName = id + " <b>&\".pdf";
    made.record.verdict = "TOTAL-PASSED";
    made.record.sha256 = "hash-of-" + id;
    return made;
}

Indicator number(std::vector<Evidence> evidence) {
    Indicator made;
    made.meetingId = "m";
    made.name = base::say("report.declarations");
    made.grade = base::say("report.in_archive");
    made.count = evidence.size();
    made.evidence = std::move(evidence);
    return made;
}

TEST(IndexPage, LinksEvidenceToItsDocument) {
    const std::string html =
        indexPage({number({{"a.pdf (wpis A)", "A"}, {"uczestnik nr 1", ""}})}, {document("A", "documents/m/a.pdf")});
    EXPECT_NE(html.find("<li><a href=\"documents/m/a.pdf\">a.pdf (wpis A)</a></li>"), html.npos);
    EXPECT_NE(html.find("<li>uczestnik nr 1</li>"), html.npos);
    EXPECT_NE(html.find("hash-of-A"), html.npos);
}

TEST(IndexPage, ShowsWhatIsLostWithoutALink) {
    const std::string html = indexPage({}, {document("A", "")});
    EXPECT_EQ(countOf(html, "<a "), 0U);
    EXPECT_NE(html.find("hash-of-A"), html.npos);
}

TEST(IndexPage, EscapesForeignText) {
    const std::string html = indexPage({number({{"<script>alert(1)</script>", ""}})}, {document("A", "a.pdf")});
    EXPECT_EQ(html.find("<script"), html.npos);
    EXPECT_NE(html.find("A &lt;b&gt;&amp;&quot;.pdf"), html.npos);
}

TEST(IndexPage, SaysThatANumberIsALowerBound) {
    Indicator claims = number({{"x", ""}});
    claims.isAtLeast = true;
    EXPECT_NE(indexPage({claims}, {}).find("co najmniej 1"), std::string::npos);
}

TEST(IndexPage, IsOnePageWithoutForeignResources) {
    const std::string html = indexPage({number({})}, {document("A", "documents/a.pdf")});
    EXPECT_TRUE(html.starts_with("<!doctype html>\n<html lang=\"pl\">"));
    EXPECT_TRUE(html.ends_with("</html>\n"));
    for (const char* foreign : {"http:", "https:", "src=", "<link", "@import"})
        EXPECT_EQ(html.find(foreign), html.npos) << foreign;
    for (const char* name : {"table", "tr", "td", "th", "ol", "li", "a", "div", "h2", "p", "thead", "tbody", "main"})
        EXPECT_EQ(countOf(html, '<' + std::string(name) + '>') + countOf(html, '<' + std::string(name) + ' '),
                  countOf(html, "</" + std::string(name) + '>'))
            << name;
}

}  // namespace
}  // namespace report
