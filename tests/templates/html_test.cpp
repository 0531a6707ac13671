#include "templates/html.h"

#include <gtest/gtest.h>

#include "tests/templates/text_of.h"

namespace {

using namespace templates;

std::string htmlOf(std::vector<Block> blocks, int topLevel = 1) {
    Document document;
    document.blocks = std::move(blocks);
    return html(document, topLevel);
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Html, IsAnArticleInTheDocumentsLanguage) {
    Document document;
    document.language = "en-GB";
    document.notice = "PRZYKŁAD <1>";
    document.footer = "Identyfikator";
    EXPECT_EQ(html(document),
              "<article class=\"document\" lang=\"en-GB\"><p class=\"document-notice\"><strong>PRZYKŁAD "
              "&lt;1&gt;</strong></p>\n<p class=\"small\">Identyfikator</p>\n</article>\n");
}

TEST(Html, EscapesEveryText) {
    const std::string evil = "<script>\"&'";
    Table table{{{}}, {{{{{{evil}}}}}}, {}, evil};
    SignatureBlock sign{{{evil}}, {{evil}}, SignatureField{"a", evil, evil, evil}};
    const std::string text = htmlOf({{Heading{1, {{evil}}}},
                                     {Paragraph{{{evil, true, true}}}},
                                     {List{{{evil, {{Paragraph{{{evil}}}}}}}}},
                                     {table},
                                     {sign}});
    EXPECT_FALSE(has(text, "<script>")) << text;
    EXPECT_FALSE(has(text, "\"\"&"));
    EXPECT_TRUE(has(text, "aria-label=\"&lt;script&gt;&quot;&amp;")) << text;
}

TEST(Html, BeginsItsHeadingsWhereItIsTold) {
    const std::vector<Block> blocks{{Heading{1, {{"A"}}}}, {Heading{2, {{"B"}}}}, {Heading{1, {{"C"}}, Align::center}}};
    EXPECT_TRUE(
        has(htmlOf(blocks), "<h1 id=\"dokument-1\">A</h1>\n<h2>B</h2>\n<h1 id=\"dokument-2\" class=\"center\">"));
    EXPECT_TRUE(has(htmlOf(blocks, 2), "<h2 id=\"dokument-1\">A</h2>\n<h3>B</h3>\n"));
    EXPECT_TRUE(has(htmlOf({{Heading{9, {{"D"}}}}}), "<h6>D</h6>"));
}

TEST(Html, KeepsTheLabelsOfLists) {
    const List inner{{{"a)", {{Paragraph{{{"w środku"}}}}}}}};
    const std::string text =
        htmlOf({{List{{{"1.", {{Paragraph{{{"jeden"}}}}, {inner}}}, {"", {{Paragraph{{{"x"}}}}}}}}}});
    EXPECT_TRUE(has(text, "<ul class=\"labelled\"><li><span class=\"label\">1.</span> <div><p>jeden</p>\n<ul"));
    EXPECT_TRUE(has(text, "<span class=\"label\">a)</span> <div>w środku</div>"));
    EXPECT_TRUE(has(text, "<li><div>x</div>"));
    EXPECT_EQ(htmlOf({{List{}}}), htmlOf({}));
}

TEST(Html, SaysWhatColumnsOfTablesMean) {
    Table table{{{}, {}}, {{{{{{"Lp."}}}, {{{"Podpis"}}}}}}, {}, "Lista"};
    table.rows.push_back({{{{{"1."}}, Align::right}, {{}, Align::left, SignatureField{"Partner-1", "Podpis A"}}}});
    const std::string text = htmlOf({{table}});
    EXPECT_TRUE(has(text, "<caption class=\"unseen\">Lista</caption>\n<thead><tr><th scope=\"col\">Lp.</th>")) << text;
    EXPECT_TRUE(
        has(text, "<td class=\"right\">1.</td>\n<td><div class=\"sign-line\" role=\"img\" aria-label=\"Podpis A\">"));
}

TEST(Html, LabelsThePlacesToSign) {
    const std::string text = htmlOf({{SignatureBlock{{{"W imieniu"}}, {}, SignatureField{"a", "Podpis Partnera"}}},
                                     {SignatureBlock{{{"Ręcznie"}}, {{"data"}}, {}}}});
    EXPECT_TRUE(has(text, "<p>W imieniu</p>\n<div class=\"sign-line\" role=\"img\" aria-label=\"Podpis Partnera\">"));
    EXPECT_TRUE(has(text, "<p>Ręcznie</p>\n<div class=\"sign-line\"></div>\n<p class=\"small\">data</p>"));
}

TEST(Html, LeavesOutWhatSaysNothing) {
    EXPECT_EQ(htmlOf({{Paragraph{{{" "}}}}, {Table{}}}), htmlOf({}));
    EXPECT_TRUE(has(htmlOf({{Columns{{{}, {{Paragraph{{{"b", false, true}}}}}}}}}), "<p><em>b</em></p>"));
    EXPECT_TRUE(has(htmlOf({{Paragraph{{{"a"}, {"", false, false, true}, {"b"}}, Align::right, TextSize::small}}}),
                    "<p class=\"right small\">a<br>b</p>"));
}

}  // namespace
