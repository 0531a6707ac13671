#include "pdfgen/layout.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/hyphenation.h"
#include "pdfgen/paragraph_cache.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace templates;
using pdfgen::Strip;

class LayoutTest : public ::testing::Test {
protected:
    std::vector<Strip> strips(const std::vector<Block>& blocks, double width = 300) {
        std::vector<Strip> made;
        layout_.blocks(blocks, {50, width}, 0, made);
        return made;
    }
    /// The types of the elements that were made.
    std::string types(int count) const {
        std::string names;
        for (int i = 1; i <= count; ++i) names += tags_.type(i) + ' ';
        return names;
    }
    static Paragraph paragraph(const char* text) { return {{{text}}}; }
    static const char* longText() {
        return "Celem współpracy jest skoordynowane wspieranie osób i rodzin, które znalazły się w trudnej sytuacji "
               "życiowej, w "
               "szczególności przez szybsze i pełniejsze rozpoznawanie ich potrzeb oraz wzajemne wsparcie instytucji.";
    }
    pdfgen::Typeface typeface_{tools::kFonts};
    pdfgen::Hyphenator hyphenator_{tools::kHyphenation};
    pdfgen::TagTree tags_{"pl-PL"};
    std::vector<pdfgen::PlacedField> fields_{};
    pdfgen::ParagraphCache paragraphs_{typeface_, hyphenator_};
    pdfgen::Layout layout_{typeface_, hyphenator_, tags_, fields_, paragraphs_};
};

TEST_F(LayoutTest, MakesAStripALineAndKeepsTwoAtEachEnd) {
    const auto made = strips({{paragraph(longText())}});
    ASSERT_GE(made.size(), 4U);
    EXPECT_TRUE(made[0].mayBreakBefore);
    EXPECT_FALSE(made[1].mayBreakBefore);
    EXPECT_FALSE(made.back().mayBreakBefore);
    for (const Strip& strip : made) EXPECT_EQ(strip.height, pdfgen::style::kBodyLeading);
}

TEST_F(LayoutTest, KeepsHeadingsWithWhatFollows) {
    const auto made = strips({{Heading{1, {{"Tytuł"}}}}, {Heading{2, {{"Paragraf"}}}}, {paragraph("tekst")}});
    ASSERT_EQ(made.size(), 3U);
    EXPECT_FALSE(made[1].mayBreakBefore);
    EXPECT_FALSE(made[2].mayBreakBefore);
    EXPECT_EQ(types(3), "H1 H2 P ");
}

TEST_F(LayoutTest, StartsAPageWhereItIsTold) {
    const auto made = strips({{paragraph("a")}, {PageBreak{}}, {paragraph("b")}, {PageBreak{}}});
    ASSERT_EQ(made.size(), 2U);
    EXPECT_FALSE(made[0].startsPage);
    EXPECT_TRUE(made[1].startsPage);
}

TEST_F(LayoutTest, PutsTheOwedSpaceAboveTheNextBlock) {
    Paragraph first = paragraph("a"), second = paragraph("b");
    first.spaceAfter = 7;
    second.spaceBefore = 2;
    EXPECT_EQ(strips({{first}, {second}}).at(1).before, 9);
}

TEST_F(LayoutTest, TagsListsWithTheirLabelsAndBodies) {
    const auto made = strips({{List{{{"1.", {{paragraph("raz")}}}, {"2.", {{paragraph("dwa")}}}}}}});
    EXPECT_EQ(made.size(), 2U);
    EXPECT_EQ(types(7), "L LI Lbl LBody LI Lbl LBody ");
}

TEST_F(LayoutTest, DrawsALabelBeforeItsItem) {
    const auto made = strips({{List{{{"1.", {{paragraph("raz")}}}}}}});
    pdfgen::FontUse fonts(typeface_);
    pdfgen::Canvas canvas(fonts, tags_, 0);
    made[0].draw(canvas, 100);
    const std::string content = canvas.finish();
    EXPECT_LT(content.find("/Lbl <<"), content.find("/LBody <<"));
    EXPECT_NE(content.find("1 0 0 1 50 "), content.npos);  // the label at the column's edge
}

TEST_F(LayoutTest, KeepsASignatureBlockWhole) {
    SignatureBlock block;
    block.caption = {{"W imieniu Partnera"}};
    block.below = {{"data"}};
    block.field = SignatureField{};
    block.field->heightPt = 60;
    const std::vector<Block> blocks{{block}};
    const auto made = strips(blocks);
    ASSERT_EQ(made.size(), 1U);
    EXPECT_NEAR(made[0].height, pdfgen::style::kCellLeading + 3 + 60 + 2 + pdfgen::style::kSmallLeading, 1e-9);
    pdfgen::FontUse fonts(typeface_);
    pdfgen::Canvas canvas(fonts, tags_, 0);
    made[0].draw(canvas, 500);
    ASSERT_EQ(fields_.size(), 1U);
    EXPECT_NEAR(fields_[0].box.width, 298, 1e-9);
    EXPECT_NEAR(fields_[0].box.y, 500 - pdfgen::style::kCellLeading - 3 - 60 + 1, 1e-9);
}

TEST_F(LayoutTest, RulesALineWhereASignatureHasNoField) {
    const std::vector<Block> blocks{{SignatureBlock{}}};
    const auto made = strips(blocks);
    pdfgen::FontUse fonts(typeface_);
    pdfgen::Canvas canvas(fonts, tags_, 0);
    made.at(0).draw(canvas, 500);
    EXPECT_TRUE(fields_.empty());
    EXPECT_NE(canvas.finish().find(" l S"), std::string::npos);
}

TEST_F(LayoutTest, SetsColumnsSideBySideWithTheirBoxesAtOneHeight) {
    SignatureBlock left, right;
    left.caption = {{"krótki"}};
    right.caption = {{"napis, który na pewno nie mieści się w jednym wierszu tak wąskiego łamu"}};
    left.field = right.field = SignatureField{};
    const std::vector<Block> blocks{{Columns{{{{left}}, {{right}}}}}};
    const auto made = strips(blocks);
    ASSERT_EQ(made.size(), 1U);
    pdfgen::FontUse fonts(typeface_);
    pdfgen::Canvas canvas(fonts, tags_, 0);
    made[0].draw(canvas, 500);
    ASSERT_EQ(fields_.size(), 2U);
    EXPECT_NEAR(fields_[0].box.y, fields_[1].box.y, 1e-9);
    EXPECT_GT(fields_[1].box.x, fields_[0].box.x + fields_[0].box.width);
}

TEST_F(LayoutTest, RefusesColumnsThatAreTooNarrowForText) {
    EXPECT_THROW(strips({{paragraph("a")}}, 5), base::Error);
    Columns many;
    for (int i = 0; i < 30; ++i) many.columns.push_back({{paragraph("a")}});
    EXPECT_THROW(strips({{many}}), base::Error);
    List deep{{{"1.", {{paragraph("a")}}}}};
    for (int i = 0; i < 40; ++i) deep = List{{{"1.", {{deep}}}}};
    EXPECT_THROW(strips({{deep}}), base::Error);
}

}  // namespace
