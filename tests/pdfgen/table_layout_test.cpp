#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/hyphenation.h"
#include "pdfgen/layout.h"
#include "pdfgen/paragraph_cache.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/samples.h"

namespace {

using namespace templates;
using pdfgen::Strip;

class TableLayout : public ::testing::Test {
protected:
    std::vector<Strip> strips(const Table& table) {
        table_ = table;
        std::vector<Strip> made;
        layout_.table(table_, {50, 300}, 0, made);
        return made;
    }
    std::string drawn(const Strip& strip, double top = 500) {
        pdfgen::FontUse fonts(typeface_);
        pdfgen::Canvas canvas(fonts, tags_, 0);
        strip.draw(canvas, top);
        return canvas.finish();
    }
    static Row row(std::vector<const char*> texts) {
        Row made;
        for (const char* text : texts) made.cells.push_back({{{text}}});
        return made;
    }
    static Table twoColumns() {
        Table table;
        table.columns = {{60, 1}, {0, 1}};
        return table;
    }
    Table table_{};
    pdfgen::Typeface typeface_{tools::kFonts};
    pdfgen::Hyphenator hyphenator_{tools::kHyphenation};
    pdfgen::TagTree tags_{"pl-PL"};
    std::vector<pdfgen::PlacedField> fields_{};
    pdfgen::ParagraphCache paragraphs_{typeface_, hyphenator_};
    pdfgen::Layout layout_{typeface_, hyphenator_, tags_, fields_, paragraphs_};
};

constexpr double kRowHeight = pdfgen::style::kCellLeading + 2 * pdfgen::style::kCellPadding;

TEST_F(TableLayout, SharesTheWidthThatFixedColumnsLeave) {
    Table table = twoColumns();
    table.columns.push_back({0, 3});
    table.rows = {row({"a", "b", "c"})};
    const std::string content = drawn(strips(table).at(0));
    for (const char* frame : {"50 481 60 19 re", "110 481 60 19 re", "170 481 180 19 re"})
        EXPECT_NE(content.find(frame), content.npos) << frame << '\n' << content;
}

TEST_F(TableLayout, MakesARowAsHighAsItsHighestCell) {
    Table table = twoColumns();
    table.rows = {row({"a", "b"}), row({"dłuższy tekst w wąskiej kolumnie", "b"}), row({"", ""})};
    table.rows[2].minHeightPt = 40;
    const auto made = strips(table);
    ASSERT_EQ(made.size(), 3U);
    EXPECT_NEAR(made[0].height, kRowHeight, 1e-9);
    EXPECT_GT(made[1].height, kRowHeight + pdfgen::style::kCellLeading - 1);
    EXPECT_EQ(made[2].height, 40);
}

TEST_F(TableLayout, LeavesNoLoneRowForANewPage) {
    Table table = twoColumns();
    table.rows = {row({"1.", "a"}), row({"2.", "b"}), row({"3.", "c"})};
    const auto made = strips(table);
    EXPECT_TRUE(made.at(1).mayBreakBefore);
    EXPECT_FALSE(made.at(2).mayBreakBefore);
}

TEST_F(TableLayout, KeepsTheHeadWithTheFirstRowAndRepeatsItForTheRest) {
    Table table = twoColumns();
    table.head = {row({"Lp.", "Nazwa"})};
    table.rows = {row({"1.", "a"}), row({"2.", "b"})};
    const auto made = strips(table);
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[0].head, nullptr);
    EXPECT_FALSE(made[1].mayBreakBefore);
    EXPECT_TRUE(made[2].mayBreakBefore);
    ASSERT_NE(made[2].head, nullptr);
    EXPECT_NEAR(made[2].head->height, kRowHeight, 1e-9);
    Strip again;
    again.draw = made[2].head->draw;
    EXPECT_EQ(drawn(again).find("/TH"), std::string::npos);  // an artifact: it is in the structure once
    EXPECT_NE(drawn(made[0]).find("/TH"), std::string::npos);
}

TEST_F(TableLayout, PutsAFieldBelowTheCellsText) {
    Table table = twoColumns();
    Row signs = row({"1.", "podpis"});
    signs.cells[1].field = SignatureField{};
    signs.cells[1].field->heightPt = 50;
    table.rows = {signs};
    const auto made = strips(table);
    drawn(made.at(0), 500);
    ASSERT_EQ(fields_.size(), 1U);
    const pdfgen::Box& box = fields_[0].box;
    EXPECT_GT(box.height, 40);
    EXPECT_GE(box.y, 500 - made[0].height);
    EXPECT_LE(box.y + box.height, 500 - pdfgen::style::kCellLeading);
    EXPECT_NEAR(box.width, 238, 1e-9);
}

TEST_F(TableLayout, IsNothingForATableWithoutRows) { EXPECT_TRUE(strips(twoColumns()).empty()); }

TEST_F(TableLayout, IsOnlyAHeadForATableWithoutData) {
    Table table = twoColumns();
    table.head = {row({"Lp.", "Nazwa"})};
    EXPECT_EQ(strips(table).size(), 1U);
}

TEST_F(TableLayout, RefusesColumnsWiderThanThePage) {
    Table table = twoColumns();
    table.columns[0].widthPt = 295;
    table.rows = {row({"a", "b"})};
    EXPECT_THROW(strips(table), base::Error);
    table.columns[0].widthPt = 400;
    EXPECT_THROW(strips(table), base::Error);
}

TEST_F(TableLayout, RefusesColumnsThatDoNotFit) {
    const auto refused = [&](const std::vector<templates::Column>& columns) {
        Table table;
        table.columns = columns;
        table.rows = {row({"a"})};
        return support::failureOf([&] { strips(table); });
    };
    EXPECT_EQ(refused({{200, 1}, {101, 1}}), "pdf.too_narrow");
    EXPECT_EQ(refused({{200, 1}, {90, 1}, {0, 1}}), "pdf.too_narrow");
    EXPECT_EQ(refused({{200, 1}, {100, 1}, {0, 1}}), "pdf.too_narrow");
    EXPECT_EQ(refused({{100, 1}, {18, 1}}), "pdf.too_narrow");
    EXPECT_EQ(refused({{200, 1}, {100, 1}}), "no error");
    EXPECT_EQ(refused({{200, 1}, {60, 1}, {0, 1}, {0, 1}}), "no error");
}

}  // namespace
