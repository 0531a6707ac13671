#include "pdfgen/cut_word.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace pdfgen {

CutWord::CutWord(Style style, const Shaped& word, Typeface& typeface)
    : style_(style), word_(word), typeface_(typeface) {
    const double unitsPerEm = typeface.face(style).unitsPerEm();
    upTo_.reserve(word.glyphs.size() + 1);
    upTo_.push_back(0);
    for (const Glyph& glyph : word.glyphs) upTo_.push_back(upTo_.back() + glyph.advance / unitsPerEm);
}

double CutWord::head(const DivisionPlace& place) const {
    const std::size_t glyph = firstGlyphAt(place.octet);
    if (glyph == 0) return width(headOf(word_.text, place));
    const int last = word_.glyphs[glyph - 1].cluster;
    if (isMark(static_cast<std::size_t>(last))) return width(headOf(word_.text, place));
    const std::string_view rest = std::string_view(word_.text).substr(static_cast<std::size_t>(last));
    return upTo_[glyph - 1] + width(headOf(rest, {place.octet - last, place.division}));
}

double CutWord::tail(const DivisionPlace& place) const {
    if (place.division == Division::compound) return width(tailOf(word_.text, place));
    return upTo_.back() - upTo_[firstGlyphAt(place.octet)];
}

std::size_t CutWord::firstGlyphAt(int octet) const {
    const auto found = std::lower_bound(word_.glyphs.begin(), word_.glyphs.end(), octet,
                                        [](const Glyph& glyph, int wanted) { return glyph.cluster < wanted; });
    return static_cast<std::size_t>(found - word_.glyphs.begin());
}

/// Whether an accent of its own stands there, which is not shaped without its letter.
bool CutWord::isMark(std::size_t octet) const {
    const char32_t point = base::nextCodePoint(word_.text, octet);
    return point >= 0x300 && point < 0x370;
}

}  // namespace pdfgen
