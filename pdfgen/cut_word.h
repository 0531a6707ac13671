#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pdfgen/typeface.h"
#include "pdfgen/word_division.h"

namespace pdfgen {

/// Widths of a word's beginnings and ends, in em. Kerning goes by pairs, so only the pair at the cut is shaped anew: a
/// long word would otherwise be shaped whole for each of its places.
class CutWord {
public:
    /// `word` must outlive this.
    CutWord(Style style, const Shaped& word, Typeface& typeface);

    /// Width of headOf(word, place), of tailOf(word, place).
    double head(const DivisionPlace& place) const;
    double tail(const DivisionPlace& place) const;

private:
    double width(const std::string& text) const { return typeface_.shaped(style_, text).widthEm; }
    std::size_t firstGlyphAt(int octet) const;
    bool isMark(std::size_t octet) const;

    Style style_;
    const Shaped& word_;
    Typeface& typeface_;
    std::vector<double> upTo_{};  ///< advances of the glyphs before each
};

}  // namespace pdfgen
