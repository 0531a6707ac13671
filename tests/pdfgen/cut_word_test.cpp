#include "pdfgen/cut_word.h"

#include <gtest/gtest.h>

#include "tests/pdfgen/tools.h"

namespace {

using namespace pdfgen;

/// Holds every way to cut `word` to what shaping the parts gives.
void expectExact(Typeface& typeface, Style style, const std::string& word, Division division) {
    const Shaped& whole = typeface.shaped(style, word);
    const CutWord cut(style, whole, typeface);
    const auto width = [&](const std::string& text) { return typeface.shaped(style, text).widthEm; };
    for (DivisionPlace place : divisionsAnywhere(word)) {
        place.division = division;
        EXPECT_NEAR(cut.head(place), width(headOf(word, place)), 1e-9) << headOf(word, place);
        EXPECT_NEAR(cut.tail(place), width(tailOf(word, place)), 1e-9) << tailOf(word, place);
    }
}

TEST(CutWord, MeasuresItsPartsAsTheyAreShaped) {
    Typeface typeface(tools::kFonts);
    for (const char* word :
         {"AVATARWAToTaVy", "społeczno-gospodarczy", "https://AVA.pl/To", "Wa\xCC\x81To", "q\xCC\x83q\xCC\x83Ta", "ŁŻ"})
        for (const Style style : {Style::regular, Style::boldItalic})
            for (const Division division : {Division::hyphen, Division::plain, Division::compound})
                expectExact(typeface, style, word, division);
}

TEST(CutWord, ShapesNoLongPartOfALongWord) {
    Typeface typeface(tools::kFonts);
    const std::string word(5000, 'w');
    const CutWord cut(Style::regular, typeface.shaped(Style::regular, word), typeface);
    for (const DivisionPlace& place : divisionsAnywhere(word)) cut.head(place);
    EXPECT_LT(typeface.cachedTexts(), 10U);
}

}  // namespace
