#include "pdfgen/paragraph_items.h"

#include <gtest/gtest.h>

#include "pdfgen/hyphenation.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

class ParagraphItems : public ::testing::Test {
protected:
    static StyledText plain(std::string text) { return {std::move(text), {{0, Style::regular}}}; }
    Items items(const std::string& text, double widthPt) {
        return itemsOf(plain(text), {11, widthPt, true}, typeface_, hyphenator_);
    }
    Typeface typeface_{tools::kFonts};
    Hyphenator hyphenator_{tools::kHyphenation};
};

TEST_F(ParagraphItems, ReadsLinesAsTheyWereWritten) {
    const auto lines =
        linesAsWritten({{" a  b "}, {"", false, false, true}, {"\xC2\xA0 c\td", true}, {"", false, false, true}});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].text, "a b ");
    EXPECT_EQ(lines[1].text, "c d");
    EXPECT_EQ(lines[1].stretches.front().style, Style::bold);
}

TEST_F(ParagraphItems, KeepsAHardSpaceAmongPlainOnes) {
    EXPECT_EQ(linesAsWritten({{"a \xC2\xA0 b"}}).at(0).text,
              "a\xC2\xA0"
              "b");
}

TEST_F(ParagraphItems, CutsAtSpacesAndChangesOfStyle) {
    const StyledText text{"dom Pomocy”", {{0, Style::regular}, {4, Style::bold}, {10, Style::regular}}};
    const auto atoms = atomsOf(text, 10, typeface_, &hyphenator_);
    ASSERT_EQ(atoms.size(), 3U);
    EXPECT_GT(atoms[0].spaceAfter, 0);
    EXPECT_EQ(atoms[1].spaceAfter, 0);  // the quote belongs to the word
    EXPECT_EQ(atoms[1].style, Style::bold);
    EXPECT_NEAR(atoms[1].textBefore, atoms[0].shaped->widthEm * 10, 1e-9);
}

TEST_F(ParagraphItems, DividesNoWordThatChangesItsStyleInside) {
    const StyledText text{"deklaracja", {{0, Style::regular}, {4, Style::bold}}};
    for (const Atom& atom : atomsOf(text, 10, typeface_, &hyphenator_)) EXPECT_EQ(atom.divisions, nullptr);
}

TEST_F(ParagraphItems, OffersNoPlaceBehindAOneLetterWord) {
    const Items found = items("praca w zespole", 400);
    for (const Place& place : found.places) EXPECT_FALSE(!place.inside && found.atoms[place.atom].shaped->text == "w");
}

TEST_F(ParagraphItems, KeepsTheLastWordWhole) {
    for (const Place& place : items("praca rodzinami", 400).places) EXPECT_FALSE(place.inside && place.atom == 1);
}

TEST_F(ParagraphItems, AddsPlacesOfLastResortWhereAWordIsWiderThanTheLine) {
    const std::string word(200, 'x');
    const Items wide = items("a " + word + " b", 100);
    double last = 0;
    for (const BreakPoint& point : wide.points) {
        EXPECT_LE(point.endText - last, 100);
        last = point.nextText;
    }
    EXPECT_GT(wide.points.size(), 10U);
}

TEST_F(ParagraphItems, OrdersItsPlaces) {
    const Items found = items("Skoordynowane wspieranie osób oraz społeczno-gospodarczych rodzin", 60);
    for (std::size_t i = 1; i < found.points.size(); ++i) {
        EXPECT_GE(found.points[i].endText, found.points[i - 1].endText - 10);
        EXPECT_LE(found.places[i - 1].atom, found.places[i].atom);
    }
    EXPECT_EQ(found.points.size(), found.places.size());
}

TEST_F(ParagraphItems, AreEmptyForNoText) { EXPECT_TRUE(items("", 100).points.empty()); }

}  // namespace
