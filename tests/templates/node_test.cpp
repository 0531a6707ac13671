#include "templates/node.h"

#include <gtest/gtest.h>

namespace templates {
namespace {

struct Parsed {
    Pieces pieces{};
    std::vector<base::Fault> faults{};
};

Parsed parsed(std::string_view text) {
    Parsed made;
    made.pieces = parsePieces(text, {"x.xml", 1, 1, {}}, made.faults);
    return made;
}

TEST(ParsePieces, SplitsTextAtItsExpressions) {
    const auto [pieces, faults] = parsed("Nr {{ a.b }}, {{c?|date}}.");
    ASSERT_TRUE(faults.empty());
    ASSERT_EQ(pieces.size(), 5U);
    EXPECT_EQ(std::get<std::string>(pieces[0]), "Nr ");
    EXPECT_EQ(std::get<Expression>(pieces[1]).path, "a.b");
    EXPECT_FALSE(std::get<Expression>(pieces[1]).optional);
    EXPECT_TRUE(std::get<Expression>(pieces[3]).optional);
    EXPECT_EQ(std::get<Expression>(pieces[3]).filters.at(0).name, "date");
    EXPECT_EQ(std::get<std::string>(pieces[4]), ".");
}

TEST(ParsePieces, ReadsQuotedArgumentsWithBarsInThem) {
    const auto [pieces, faults] = parsed("{{ n | plural osoba \"dwie | trzy osoby\" osób | upper }}");
    ASSERT_TRUE(faults.empty());
    const auto& filters = std::get<Expression>(pieces.at(0)).filters;
    ASSERT_EQ(filters.size(), 2U);
    EXPECT_EQ(filters[0].arguments, (std::vector<std::string>{"osoba", "dwie | trzy osoby", "osób"}));
}

TEST(ParsePieces, CountsLinesAndColumnsInCodePoints) {
    const auto [pieces, faults] = parsed("zażółć\ngęś {{ a }} {{ b");
    EXPECT_EQ(std::get<Expression>(pieces.at(1)).place, (base::Place{"x.xml", 2, 5, {}}));
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].place, (base::Place{"x.xml", 2, 13, {}}));
    EXPECT_EQ(faults[0].message.key, "template.unclosed");
}

TEST(ParsePieces, NamesEachFaultOfAnExpression) {
    const auto key = [](std::string_view text) { return parsed(text).faults.at(0).message.key; };
    EXPECT_EQ(key("{{ }}"), "template.bad_path");
    EXPECT_EQ(key("{{ a..b }}"), "template.bad_path");
    EXPECT_EQ(key("{{ ą }}"), "template.bad_path");
    EXPECT_EQ(key("{{ a | nic }}"), "template.unknown_filter");
    EXPECT_EQ(key("{{ a | }}"), "template.unknown_filter");
    EXPECT_EQ(key("{{ a | date x }}"), "template.filter_arguments");
    EXPECT_EQ(key("{{ a | plural a b }}"), "template.filter_arguments");
    EXPECT_EQ(key("{{ a | default \"x }}"), "template.open_quote");
}

TEST(IsPath, TakesWordsBetweenDots) {
    for (const char* good : {"a", "a.b", "title_name", "x-1.0"}) EXPECT_TRUE(isPath(good)) << good;
    for (const char* bad : {"", ".", "a.", ".a", "a b", "a/b", "ż"}) EXPECT_FALSE(isPath(bad)) << bad;
}

TEST(WordsIn, SplitsAtWhiteSpace) {
    EXPECT_EQ(wordsIn("  a\n b\tc "), (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_TRUE(wordsIn(" \n").empty());
}

TEST(Node, GivesTheFirstTextOfAnAttribute) {
    Node node;
    node.attributes = {{"a", {std::string("x")}}, {"b", {Expression{}}}};
    EXPECT_EQ(node.fixed("a"), "x");
    EXPECT_EQ(node.fixed("b"), "");
    EXPECT_EQ(node.fixed("c"), "");
    EXPECT_EQ(node.attribute("c"), nullptr);
}

}  // namespace
}  // namespace templates
