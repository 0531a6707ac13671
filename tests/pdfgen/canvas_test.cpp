#include "pdfgen/canvas.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/error.h"
#include "pdfgen/hyphenation.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

class CanvasTest : public ::testing::Test {
protected:
    std::vector<Line> lines(const char* text, double width = 300) {
        return breakParagraph({{text}}, {width, 10, templates::Align::left, 0, true}, typeface_, hyphenator_);
    }
    Typeface typeface_{tools::kFonts};
    Hyphenator hyphenator_{tools::kHyphenation};
    FontUse fonts_{typeface_};
    TagTree tags_{"pl-PL"};
    Canvas canvas_{fonts_, tags_, 0};
};

TEST_F(CanvasTest, SharesMarkedContentBetweenLinesOfOneElement) {
    const int first = tags_.element("P", 0), second = tags_.element("P", 0);
    const Line line = lines("a").front();
    canvas_.line(first, line, 10, 100, 10);
    canvas_.line(first, line, 10, 80, 10);
    canvas_.line(second, line, 10, 60, 10);
    const std::string content = canvas_.finish();
    EXPECT_EQ(tools::countOf(content, "/P << /MCID"), 2U);
    EXPECT_EQ(tools::countOf(content, "BT\n"), tools::countOf(content, "ET\n"));
    EXPECT_EQ(tools::countOf(content, " BDC"), tools::countOf(content, "EMC"));
    EXPECT_EQ(tools::countOf(content, " Tm"), 3U);
}

TEST_F(CanvasTest, DrawsRulesFramesAndFootersAsArtifacts) {
    const int element = tags_.element("P", 0);
    canvas_.line(element, lines("a").front(), 0, 0, 10);
    canvas_.rule(1, 2, 3, 4, 0.5);
    canvas_.frame({1, 2, 3, 4}, 0.5);
    canvas_.artifactLine(lines("stopka").front(), 0, 0, 8, "/Type /Pagination");
    const std::string content = canvas_.finish();
    EXPECT_EQ(tools::countOf(content, "/Artifact"), 3U);
    EXPECT_NE(content.find("0.5 w 1 2 m 3 4 l S"), content.npos);
    EXPECT_NE(content.find("1 2 3 4 re S"), content.npos);
    EXPECT_EQ(tools::countOf(content, " BDC"), tools::countOf(content, "EMC"));
}

TEST_F(CanvasTest, GivesABrokenWordItsWholeTextOnce) {
    const int element = tags_.element("P", 0);
    const auto broken = lines("deklaracja deklaracja", 30);
    ASSERT_GE(broken.size(), 3U);
    double y = 100;
    for (const Line& line : broken) canvas_.line(element, line, 0, y -= 12, 10);
    const std::string content = canvas_.finish();
    const std::string whole = "(deklaracja)";
    EXPECT_EQ(tools::countOf(content, "/ActualText " + whole), 2U) << content;
    EXPECT_EQ(tools::countOf(content, " BDC"), tools::countOf(content, "EMC"));
}

TEST_F(CanvasTest, DrawsNothingForAnEmptyLine) {
    canvas_.line(tags_.element("P", 0), Line{}, 0, 0, 10);
    EXPECT_EQ(canvas_.finish(), "");
}

TEST_F(CanvasTest, PlacesFieldsWithTheirKeys) {
    templates::SignatureField field;
    std::vector<PlacedField> placed;
    canvas_.field(tags_.element("Form", 0), field, {1, 2, 3, 4}, placed);
    ASSERT_EQ(placed.size(), 1U);
    EXPECT_EQ(placed[0].field, &field);
    EXPECT_EQ(placed[0].page, 0);
    EXPECT_EQ(placed[0].structParent, kFirstWidgetKey);
}

TEST_F(CanvasTest, RefusesCoordinatesThatAreNoNumbers) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(canvas_.rule(nan, 0, 0, 0, 1), base::Error);
    EXPECT_THROW(canvas_.line(tags_.element("P", 0), lines("a").front(), 0, nan, 10), base::Error);
}

}  // namespace
