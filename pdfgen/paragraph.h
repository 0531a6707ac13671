#pragma once

#include <string>
#include <vector>

#include "pdfgen/typeface.h"
#include "templates/document.h"

namespace pdfgen {

class Hyphenator;

/// A piece of a line: a word, or what of it has one style, shaped, at an offset. `wholeWord` is set on all fragments of
/// a broken word (the word as /ActualText; a fragment that a hyphen follows ends with it).
struct Piece {
    Style style = Style::regular;
    const Shaped* shaped = nullptr;
    double x = 0;  ///< from the line's left edge, in points
    std::string wholeWord{};
    bool firstFragment = false;
    bool spaceAfter = false;  ///< a space or forced line end stands behind it in the text; also at a line's end
};

struct Line {
    std::vector<Piece> pieces{};
    double width = 0;         ///< where the last piece ends, from the line's left edge, in points
    bool hyphenated = false;  ///< its last word goes on in the next line
};

struct ParagraphShape {
    double widthPt = 0;
    double sizePt = 11;
    templates::Align align = templates::Align::justify;
    double firstIndentPt = 0;
    bool hyphenate = true;
};

/// Breaks a paragraph into lines by total fit (Knuth and Plass 1981): tolerance 2, then 10, then ragged; at most two
/// hyphens in a row; columns under 200 pt are ragged. Widths and positions are those of the shaped text, kerning
/// included. A word wider than the line is broken where it must. Shaped texts live in `typeface`.
std::vector<Line> breakParagraph(const templates::Inline& text, const ParagraphShape& shape, Typeface& typeface,
                                 const Hyphenator& hyphenator);

/// Width of `text` on one line, in points.
double naturalWidth(const templates::Inline& text, double sizePt, Typeface& typeface);

}  // namespace pdfgen
