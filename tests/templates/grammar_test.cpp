#include "templates/grammar.h"

#include <gtest/gtest.h>

#include "tests/templates/text_of.h"

namespace templates {
namespace {

using Lines = std::vector<std::string>;

/// The one fault of a body, without its place.
std::string fault(const std::string& body) {
    const Lines found = bodyFaults(body);
    if (found.size() != 1) return std::to_string(found.size()) + " faults";
    return found.front().substr(found.front().find(' ') + 1);
}

TEST(Grammar, TakesEveryElementInItsPlace) {
    EXPECT_EQ(bodyFaults(
                  "<heading level=\"1\" align=\"center\">a<br/><b>b<i>c</i></b></heading>"
                  "<p align=\"left\" size=\"small\" keep-with-next=\"yes\" space-before=\"1\" space-after=\"2mm\">x</p>"
                  "<section title=\"s\"><list style=\"a)\" single=\"plain\"><item>a<p>b</p><list style=\"–\"><item>c"
                  "</item></list></item></list></section><columns><side><p>x</p></side></columns>"
                  "<table summary=\"s\"><column width=\"1*\"/><head><cell>a</cell></head><row min-height=\"9mm\">"
                  "<cell align=\"right\"><signature field=\"A\" description=\"d\"/></cell></row></table>"
                  "<signature><caption>c</caption><below>b</below></signature><page-break/>"
                  "<for each=\"a.b?\" as=\"x\"><if any=\"x last\"><p>{{ x.y }} {{ no }}</p><else/><p>b</p></if></for>"),
              Lines{});
}

TEST(Grammar, RefusesElementsOutOfPlace) {
    for (const char* body :
         {"<b>x</b>", "<item>x</item>", "<p><p>x</p></p>", "<list style=\"1.\"><p>x</p></list>", "<else/>",
          "<table summary=\"s\"><cell/></table>", "<columns><p>x</p></columns>", "<signature><p>x</p></signature>",
          "<if has=\"a\"><else/><else/></if>", "<caption>x</caption>", "<page-break><br/></page-break>",
          "<list style=\"1.\"><item><table summary=\"s\"/></item></list>",
          "<table summary=\"s\"><column width=\"*\"/><head><cell><signature field=\"A\" "
          "description=\"d\"/></cell></head></table>",
          "<table summary=\"s\"><row><cell><signature field=\"A\" "
          "description=\"d\"><caption/></signature></cell></row></table>"})
        EXPECT_EQ(fault(body), "template.misplaced") << body;
    EXPECT_EQ(fault("<x/>"), "template.unknown_element");
    EXPECT_EQ(fault("słowo"), "template.text_here");
    EXPECT_EQ(fault("<if has=\"a\">słowo</if>"), "template.text_here");
    EXPECT_EQ(fault("<columns>{{ a }}</columns>"), "template.text_here");
}

TEST(Grammar, RefusesUnknownMissingAndBoundAttributes) {
    EXPECT_EQ(fault("<p style=\"x\">a</p>"), "template.unknown_attribute");
    EXPECT_EQ(fault("<heading>a</heading>"), "template.missing_attribute");
    EXPECT_EQ(fault("<section><p>a</p></section>").find("faults"), 2U);  // no title, and no heading of level 1 before
    EXPECT_EQ(fault("<signature field=\"A\"/>"), "template.missing_attribute");
    EXPECT_EQ(fault("<table summary=\"s\"><row><cell><signature/></cell></row></table>"), "template.missing_attribute");
    EXPECT_EQ(fault("<p space-after=\"2{{ a }}\">x</p>"), "template.no_expression");
}

TEST(Grammar, RefusesValuesThatAreNone) {
    for (const char* body :
         {"<signature field=\"A\" description=\"d\" height=\"1\"/>", "<signature height=\"4mm\"/>",
          "<p align=\"middle\">x</p>", "<p size=\"9\">x</p>", "<p keep-with-next=\"1\">x</p>",
          "<p space-before=\"-1\">x</p>", "<heading level=\"7\">x</heading>", "<heading level=\"\">x</heading>",
          "<list style=\"I.\"/>", "<table summary=\"s\"><column width=\"0\"/></table>",
          "<table summary=\"s\"><column width=\"x*\"/></table>", "<for times=\"0\"/>", "<for times=\"2.5\"/>",
          "<for each=\"a b\" as=\"x\"/>", "<for each=\"a\" as=\"x.y\"/>", "<for each=\"a\" as=\"no\"/>",
          "<if has=\"\"/>", "<if has=\"a, b\"/>", "<signature height=\"high\"/>"})
        EXPECT_EQ(fault(body), "template.bad_value") << body;
}

TEST(Grammar, WantsLoopsAndConditionsInOneForm) {
    for (const char* body :
         {"<for/>", "<for each=\"a\"/>", "<for times=\"2\" as=\"x\"/>", "<for each=\"a\" as=\"x\" times=\"2\"/>"})
        EXPECT_EQ(fault(body), "template.loop_form") << body;
    for (const char* body : {"<if/>", "<if has=\"a\" any=\"b\"/>"})
        EXPECT_EQ(fault(body), "template.condition_form") << body;
}

TEST(Grammar, KnowsNumberFirstAndLastOnlyInLoops) {
    EXPECT_EQ(fault("<p>{{ last }}</p>"), "template.outside_loop");
    EXPECT_EQ(fault("<p><if has=\"first\">x</if></p>"), "template.outside_loop");
    EXPECT_EQ(fault("<signature field=\"P{{ no }}\" description=\"d\"/>"), "template.outside_loop");
    EXPECT_EQ(bodyFaults("<for times=\"2\"><signature field=\"P{{ no }}\" description=\"d\"/></for>"), Lines{});
}

TEST(Grammar, HoldsHeadingLevelsTogether) {
    EXPECT_EQ(fault("<heading level=\"2\">x</heading>"), "template.level_jumps");
    EXPECT_EQ(fault("<section title=\"s\"><p>x</p></section>"), "template.level_jumps");
    EXPECT_EQ(fault("<heading level=\"1\">x</heading><section title=\"s\"><heading level=\"3\">y</heading></section>"
                    "<section title=\"t\"><heading level=\"4\">z</heading></section>"),
              "template.level_jumps");
}

TEST(Grammar, SeesFieldsOfOneNameUnlessOnlyOneOfThemIsThere) {
    const std::string field = "<signature field=\"Lider\" description=\"d\"/>";
    EXPECT_EQ(fault(field + field), "template.field_twice");
    EXPECT_EQ(bodyFaults("<if has=\"a\">" + field + "<else/>" + field + "</if>"), Lines{});
}

TEST(Grammar, GivesEachFaultItsPlace) {
    EXPECT_EQ(bodyFaults("\n  <p>a<x/></p>\n<q/>"),
              (Lines{"2:7 template.unknown_element", "3:1 template.unknown_element"}));
}

}  // namespace
}  // namespace templates
