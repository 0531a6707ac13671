#include "templates/inline_text.h"

#include <gtest/gtest.h>

#include "tests/templates/text_of.h"

namespace templates {
namespace {

Fragment own(const char* text) { return {text, false, false, false, false}; }
Fragment value(const char* text) { return {text, false, false, true, false}; }
Fragment bold(const char* text) { return {text, true, false, false, false}; }
Fragment lineEnd() { return {{}, false, false, false, true}; }

std::string joined(const std::vector<Fragment>& fragments) { return plain(mended(fragments)); }

TEST(InlineText, FoldsWhiteSpaceOfAllKinds) {
    EXPECT_EQ(joined({own("\n   a \t"), own("  b\xC2\xA0 c\n")}), "a b c");
    EXPECT_EQ(joined({own(" ")}), "");
}

TEST(InlineText, LeavesNoSpaceBeforePunctuation) {
    EXPECT_EQ(joined({own("a "), value(""), own(", b "), own("; c "), own(".")}), "a, b; c.");
}

TEST(InlineText, DropsOneOfTwoFullStops) {
    EXPECT_EQ(joined({value("2019 r."), own(". Dalej")}), "2019 r. Dalej");
    EXPECT_EQ(joined({value("2019"), own(". Dalej")}), "2019. Dalej");
    EXPECT_EQ(joined({own("2019 r."), own(".")}), "2019 r..");  // both are the author's
}

TEST(InlineText, DropsFinalCommasOfValuesOnly) {
    EXPECT_EQ(joined({value(" Kowalska ,; "), own(" i")}), "Kowalska i");
    EXPECT_EQ(joined({own("Kowalska,"), own(" i")}), "Kowalska, i");
    EXPECT_EQ(joined({value("a, b")}), "a, b");
}

TEST(InlineText, PutsTheSpaceBetweenStylesOnce) {
    const Inline made = mended({own("zwany "), bold(" Partnerem "), own(" dalej")});
    ASSERT_EQ(made.size(), 3U);
    EXPECT_EQ(made[0].text, "zwany ");
    EXPECT_EQ(made[1], (templates::Run{"Partnerem ", true, false, false}));
    EXPECT_EQ(made[2].text, "dalej");
}

TEST(InlineText, JoinsNeighboursOfOneStyle) { EXPECT_EQ(mended({own("a"), value("b"), own("c")}).size(), 1U); }

TEST(InlineText, KeepsForcedLineEndsInsideTheText) {
    EXPECT_EQ(joined({lineEnd(), own(" a "), lineEnd(), lineEnd(), own(" b"), lineEnd()}), "a\n\nb");
}

TEST(InlineText, TakesInvisibleSignsAway) {
    EXPECT_EQ(joined({value("dekla\xC2\xADracja"), own(" "), value("\xEF\xBB\xBFx\xE2\x80\x8By")}), "deklaracja xy");
    EXPECT_EQ(joined({value("ŻÂ„”")}), "ŻÂ„”");
}

}  // namespace
}  // namespace templates
