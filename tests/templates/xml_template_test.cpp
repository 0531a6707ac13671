#include <gtest/gtest.h>

#include "templates/node.h"
#include "tests/templates/text_of.h"

namespace templates {
namespace {

using Lines = std::vector<std::string>;

TEST(ReadTemplate, RefusesWhatIsNotTheLanguage) {
    for (const std::string_view xml :
         {"<a/>", "<template/>", "<template title=\"t\"><x/></template>",
          "<template title=\"t\"><p>{{ a | nic }}</p></template>",
          "<template title=\"t\"><heading level=\"2\">a</heading></template>", "<!DOCTYPE a><template title=\"t\"/>",
          "<template title=\"t\"><p>{{ a </p></template>",
          "<template title=\"t\"><include template=\"nic\"/></template>", "<template"})
        EXPECT_THROW(readTemplate(xml, "x.xml"), base::Error) << xml;
}

TEST(ReadTemplate, ListsEveryFaultWithLineAndColumn) {
    EXPECT_EQ(templateFaults("<template title=\"t\">\n  <x/>\n  <p align=\"a\">żółw {{ b | nic }}</p>\n</template>"),
              (Lines{"2:3 template.unknown_element", "3:3 template.bad_value", "3:21 template.unknown_filter"}));
}

TEST(ReadTemplate, NamesWhereXmlIsNotWellFormed) {
    EXPECT_EQ(templateFaults("<template title=\"t\">\n<p>a</b></template>").front().substr(0, 2), "2:");
    EXPECT_EQ(templateFaults("<template title=\"t\"><p align=\"left\" align=\"right\">x</p></template>"),
              Lines{"1:21 template.attribute_twice"});
    EXPECT_EQ(templateFaults(""), Lines{"1:1 template.malformed"});
    EXPECT_EQ(templateFaults("<!-- nic -->"), Lines{"1:13 template.malformed"});
}

TEST(ReadTemplate, KeepsCdataReferencesAndCommentsApart) {
    const auto document = boundBody("<p>a&lt;b<!-- c --><![CDATA[<d>]]>&#x142;</p>", {});
    EXPECT_EQ(linesOf(document), Lines{"a<b<d>ł"});
}

std::string_view small(std::string_view name) {
    if (name == "część") return "<template title=\"c\"><p>z części {{ a }}</p></template>";
    if (name == "koło") return "<template title=\"k\"><include template=\"koło\"/></template>";
    if (name == "zła") return "<template title=\"z\">\n<x/></template>";
    return {};
}

TEST(ReadTemplate, PutsIncludedBlocksInPlace) {
    Value data;
    data.set("a", "A");
    const std::string xml = "<template title=\"t\"><p>przed</p><include template=\"część\"/><p>po</p></template>";
    EXPECT_EQ(linesOf(bind(readTemplate(xml, "t.xml", small), data)), (Lines{"przed", "z części A", "po"}));
}

TEST(ReadTemplate, RefusesIncludesThatAreUnknownOrGoRound) {
    const auto faults = [](const std::string& name) {
        return faultsOf([&] {
            readTemplate("<template title=\"t\"><include template=\"" + name + "\"/></template>", "t.xml", small);
        });
    };
    EXPECT_EQ(faults("nic"), Lines{"1:21 template.unknown_include"});
    EXPECT_EQ(faults("koło"), Lines{"1:21 template.include_cycle"});
    EXPECT_EQ(faults("zła"), Lines{"2:1 template.unknown_element"});
    EXPECT_EQ(templateFaults("<template title=\"t\"><include/></template>"), Lines{"1:21 template.unknown_include"});
    EXPECT_THROW(readTemplate("<template title=\"t\"><include template=\"część\"/></template>", "t.xml", nullptr),
                 base::Error);
}

TEST(ReadTemplate, NamesTheIncludedFileInItsFaults) {
    try {
        readTemplate("<template title=\"t\"><include template=\"zła\"/></template>", "t.xml", small);
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.faults().at(0).place.file, "zła.xml");
    }
}

TEST(ReadTemplate, SurvivesEveryTruncation) {
    for (const std::string& name : shippedTemplateNames()) {
        const std::string_view whole = shippedTemplate(name);
        const std::size_t root = whole.rfind("</template>");
        for (std::size_t length = 0; length < root + 11; ++length)
            EXPECT_THROW(readTemplate(whole.substr(0, length), "x.xml"), base::Error) << name << ' ' << length;
    }
}

TEST(ReadTemplate, SurvivesNestingThatWouldFillTheStack) {
    for (const std::string tag : {"<b>", "<b x=\"/>\">", "<b x='/>'>"}) {
        std::string deep = "<template title=\"t\"><p>";
        while (deep.size() < 900000) deep += tag;
        const std::size_t column = 24 + 62 * tag.size();  // of the 65th element
        EXPECT_EQ(templateFaults(deep), Lines{"1:" + std::to_string(column) + " template.too_deep"});
    }
}

TEST(ReadTemplate, RefusesMoreThanAMegabyteAndReadsNearlyOneFast) {
    std::string large = "<template title=\"t\"><p>";
    while (large.size() < 1000000) large += "{{ a }} <b>ż</b> ";
    EXPECT_NO_THROW(readTemplate(large + "</p></template>", "x.xml"));
    EXPECT_EQ(templateFaults(large + std::string(100000, ' ') + "</p></template>"), Lines{"0:0 template.too_large"});
}

}  // namespace
}  // namespace templates
