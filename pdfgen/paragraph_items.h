#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "pdfgen/glue.h"
#include "pdfgen/line_breaker.h"
#include "pdfgen/typeface.h"
#include "pdfgen/word_division.h"
#include "templates/document.h"

namespace pdfgen {

class Hyphenator;

/// One line of text as the author wrote it: what stands between two forced line ends. Spaces are single.
struct StyledText {
    struct Stretch {
        std::size_t begin = 0;  ///< octet in `text`
        Style style = Style::regular;
    };
    std::string text{};
    std::vector<Stretch> stretches{};
};

std::vector<StyledText> linesAsWritten(const templates::Inline& text);

/// Text between spaces in one style. Positions are in points from the beginning of one endless line.
struct Atom {
    Style style = Style::regular;
    const Shaped* shaped = nullptr;
    const std::vector<DivisionPlace>* divisions = nullptr;  ///< where a line may end in it; none for parts of a word
    double textBefore = 0;
    double spaceBefore = 0;
    double spaceAfter = 0;  ///< 0: the next atom belongs to the same word
    Bond bond = Bond::loose;
    bool shortWord = false;  ///< one letter: no line ends behind it
};

/// A place where a line may end: behind an atom, or inside it.
struct Place {
    std::size_t atom = 0;
    bool inside = false;
    DivisionPlace division{};
};

struct Items {
    std::vector<Atom> atoms{};
    std::vector<BreakPoint> points{};
    std::vector<Place> places{};  ///< one a point
};

struct ItemWish {
    double sizePt = 11;
    double widthPt = 0;  ///< no unbreakable stretch of text may be wider
    bool hyphenate = true;
};

std::vector<Atom> atomsOf(const StyledText& text, double sizePt, Typeface& typeface, const Hyphenator* hyphenator);

/// Everything that the choice of lines needs. Where a chain of glued words or a word is wider than the line, places of
/// last resort are added there: behind a glued word, then inside words, behind a one-letter word at the very last.
Items itemsOf(const StyledText& text, const ItemWish& wish, Typeface& typeface, const Hyphenator& hyphenator);

}  // namespace pdfgen
