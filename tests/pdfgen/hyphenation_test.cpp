#include "pdfgen/hyphenation.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/pdfgen/tools.h"

namespace {

class Hyphenation : public ::testing::Test {
protected:
    /// The word with its breaks shown.
    std::string shown(std::string word) const {
        const auto& places = hyphenator_.breaks(word);
        for (auto place = places.rbegin(); place != places.rend(); ++place)
            word.insert(static_cast<std::size_t>(*place), 1, '-');
        return word;
    }
    pdfgen::Hyphenator hyphenator_{tools::kHyphenation};
};

TEST_F(Hyphenation, BreaksPolishWordsBetweenSyllables) {
    EXPECT_EQ(shown("deklaracja"), "de-kla-ra-cja");
    EXPECT_EQ(shown("oświadczenie"), "oświad-cze-nie");
    EXPECT_EQ(shown("współpracy"), "współ-pracy");
    EXPECT_EQ(shown("międzygminny"), "mię-dzy-gminny");
}

TEST_F(Hyphenation, KeepsTwoLettersBeforeAndThreeBehind) {
    EXPECT_EQ(shown("oni"), "oni");
    EXPECT_EQ(shown("osoba"), "osoba");  // neither o-soba nor oso-ba
    for (const char* word : {"deklaracja", "rodziny", "instytucja", "pełnomocnictwo"}) {
        const auto& places = hyphenator_.breaks(word);
        ASSERT_FALSE(places.empty()) << word;
        EXPECT_GE(places.front(), 2) << word;
    }
}

TEST_F(Hyphenation, BreaksNothingButPlainWords) {
    for (const char* word :
         {"MOPS", "RODO", "McDonald", "2019", "a@b.pl", "www.urzad.pl", "społeczno-gospodarczy", "", "strzał"})
        EXPECT_EQ(shown(word), word);
}

TEST_F(Hyphenation, BreaksACapitalisedWord) { EXPECT_EQ(shown("Partnerem"), "Part-ne-rem"); }

TEST_F(Hyphenation, GivesEveryFragmentAVowelAndKeepsDigraphs) {
    for (const char* word : {"przestrzeń", "wszystkich", "bezwzględny", "odszkodowanie", "rozstrzygnięcie"}) {
        const std::string broken = shown(word);
        for (const char* parted : {"c-h", "c-z", "s-z", "r-z", "d-z"})
            EXPECT_EQ(broken.find(parted), broken.npos) << broken;
        std::string fragment;
        for (const char c : broken + '-') {
            if (c != '-') {
                fragment += c;
                continue;
            }
            EXPECT_TRUE(fragment.find_first_of("aeiouy") != fragment.npos || fragment.find("ę") != fragment.npos ||
                        fragment.find("ą") != fragment.npos || fragment.find("ó") != fragment.npos)
                << broken;
            fragment.clear();
        }
    }
}

TEST_F(Hyphenation, AnswersTheSameTwice) {
    EXPECT_EQ(&hyphenator_.breaks("deklaracja"), &hyphenator_.breaks("deklaracja"));
}

TEST(Hyphenator, RefusesMissingPatterns) { EXPECT_THROW(pdfgen::Hyphenator("/nowhere/hyph.dic"), base::Error); }

}  // namespace
