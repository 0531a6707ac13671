#include "pdfgen/word_division.h"

#include <gtest/gtest.h>

#include "pdfgen/hyphenation.h"
#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

class WordDivision : public ::testing::Test {
protected:
    /// "head|tail head|tail": what each place makes of the word.
    static std::string shown(std::string_view word, const std::vector<DivisionPlace>& places) {
        std::string text;
        for (const DivisionPlace& place : places)
            text += (text.empty() ? "" : " ") + headOf(word, place) + '|' + tailOf(word, place);
        return text;
    }
    std::string divided(std::string_view word) const { return shown(word, divisions(word, hyphenator_)); }
    std::string inNeed(std::string_view word) const { return shown(word, divisionsInNeed(word, hyphenator_)); }
    Hyphenator hyphenator_{tools::kHyphenation};
};

TEST_F(WordDivision, LooksThroughQuotesBracketsAndStops) { EXPECT_EQ(divided("(„rodzina”),"), "(„ro-|dzina”),"); }

TEST_F(WordDivision, RepeatsTheHyphenOfACompound) {
    EXPECT_EQ(divided("społeczno-gospodarczy"), "społeczno-|-gospodarczy");
    EXPECT_EQ(divided("J-23"), "");
    EXPECT_EQ(divided("Bielsko-Biała"), "");  // a name
    EXPECT_EQ(divided("a-klasa"), "");        // one letter
}

TEST_F(WordDivision, LeavesNumbersAndAddressesWhole) {
    for (const char* word : {"2019/2020", "iod@mops.example", "MOPS", "12500"}) EXPECT_EQ(divided(word), "") << word;
}

TEST_F(WordDivision, BreaksAddressesBehindTheirMarksInNeed) {
    EXPECT_EQ(inNeed("https://urzad.pl/a"), "https://|urzad.pl/a https://urzad.|pl/a https://urzad.pl/|a");
    EXPECT_EQ(inNeed("RODZINA"), "RO-|DZINA");
}

TEST_F(WordDivision, BreaksAnywhereAsTheLastResortButNoCharacter) {
    EXPECT_EQ(shown("żół", divisionsAnywhere("żół")), "ż-|ół żó-|ł");
    EXPECT_EQ(shown("1ę2", divisionsAnywhere("1ę2")), "1|ę2 1ę|2");
    EXPECT_EQ(shown("a\xCC\x81z", divisionsAnywhere("a\xCC\x81z")), "a\xCC\x81|z");  // a combining accent stays
    EXPECT_TRUE(divisionsAnywhere("").empty());
}

}  // namespace
