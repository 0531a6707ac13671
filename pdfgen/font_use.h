#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pdfgen/typeface.h"

namespace pdfgen {

class ObjectSink;

/// The glyphs that one document uses of a typeface, and the fonts made of them: Type0 with Identity-H, CID = glyph id,
/// /W and ToUnicode of just these glyphs, an exact subset (ISO 32000-1 sections 9.7, 9.9).
class FontUse {
public:
    explicit FontUse(Typeface& typeface) : typeface_(typeface) {}

    Typeface& typeface() const { return typeface_; }

    /// Appends the glyphs of `shaped` to an open TJ array's string, as literal strings of two octets a glyph with
    /// kerning between them.
    void append(std::string& array, Style style, const Shaped& shaped);

    /// "/F0 12 0 R /F1 …": writes each used face and returns the entries of a /Font resource dictionary.
    std::string write(ObjectSink& sink) const;

private:
    struct Used {
        std::string text{};
        int width = 0;
    };
    int writeFace(ObjectSink& sink, Style style, const std::map<std::uint16_t, Used>& used) const;

    Typeface& typeface_;
    std::array<std::map<std::uint16_t, Used>, 4> used_{};
    std::array<std::vector<bool>, 4> seen_{};  ///< by glyph, whether it is in used_
};

/// A number as PDF writes it: at most three decimals, no exponent. Throws Error(internal) unless it is finite and on
/// some page (ISO 32000-1 annex C).
std::string number(double value);

}  // namespace pdfgen
