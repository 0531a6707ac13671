#include "templates/xml_scan.h"

#include <gtest/gtest.h>

namespace {

using templates::Places;
using templates::scanXml;

std::string key(std::string_view xml) {
    const auto fault = scanXml(xml, "x.xml");
    return fault ? fault->message.key : "";
}

TEST(ScanXml, TakesWhatXmlAllows) {
    for (const char* good : {"<a/>",
                             "\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <b> & --><a x=\"1 > 0\" "
                             "y='\"/>'>&amp;&#x105;&#261;<![CDATA[<&>]]></a>\n",
                             "", "<a"})
        EXPECT_EQ(key(good), "") << good;
}

TEST(ScanXml, RefusesDoctypes) {
    EXPECT_EQ(key("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "template.doctype");
    EXPECT_EQ(key("<a><!ELEMENT b></a>"), "template.doctype");
}

TEST(ScanXml, RefusesReferencesToWhatIsNoCharacter) {
    for (const char* bad : {"&nbsp;", "&", "&;", "&#0;", "&#xD800;", "&#x110000;", "&#xFFFE;",
                            "&#99999999999999999999;", "&#x;", "&#1a;", "&amp", "& amp;"})
        EXPECT_EQ(key("<a>" + std::string(bad) + "</a>"), "template.bad_reference") << bad;
    EXPECT_EQ(key("<a x=\"&nbsp;\"/>"), "template.bad_reference");
    EXPECT_EQ(scanXml("<a>\n &żółw</a>", "x.xml")->message.values.at(0), "&");
    EXPECT_EQ(scanXml("<a>\n &żółw</a>", "x.xml")->place, (base::Place{"x.xml", 2, 2, {}}));
}

TEST(ScanXml, RefusesControlCharactersAndOtherEncodings) {
    EXPECT_EQ(key(std::string_view("<a>\0</a>", 8)), "template.control_character");
    EXPECT_EQ(key("<a>\x1B</a>"), "template.control_character");
    EXPECT_EQ(key("<a>\xB1</a>"), "template.not_utf8");
}

TEST(ScanXml, RefusesTextAndElementsOutsideOfTheRoot) {
    EXPECT_EQ(key("x<a/>"), "template.malformed");
    EXPECT_EQ(key("<a/>x"), "template.malformed");
    EXPECT_EQ(key("<a></a><b/>"), "template.two_roots");
}

TEST(ScanXml, CountsNestingAsTheParserDoes) {
    const auto nested = [](int depth, const std::string& tag) {
        std::string xml;
        for (int i = 0; i < depth; ++i) xml += tag;
        return xml;
    };
    EXPECT_EQ(key(nested(64, "<a>")), "");
    EXPECT_EQ(key(nested(65, "<a>")), "template.too_deep");
    EXPECT_EQ(key(nested(65, "<a x=\"/>\">")), "template.too_deep");  // no empty element
    EXPECT_EQ(key("<r>" + nested(1000, "<a>").substr(0, 3) + nested(1000, "<b/>") + "</a></r>"), "");
}

TEST(Places, CountCodePointsForwardsAndBack) {
    Places places("zażó\nłć", "x.xml");
    EXPECT_EQ(places.at(0), (base::Place{"x.xml", 1, 1, {}}));
    EXPECT_EQ(places.at(4), (base::Place{"x.xml", 1, 4, {}}));
    EXPECT_EQ(places.at(9), (base::Place{"x.xml", 2, 2, {}}));
    EXPECT_EQ(places.at(2), (base::Place{"x.xml", 1, 3, {}}));
    EXPECT_EQ(places.at(99), (base::Place{"x.xml", 2, 3, {}}));
}

}  // namespace
