#pragma once

#include <string>
#include <vector>

#include "pdfgen/glue.h"
#include "pdfgen/typeface.h"
#include "templates/document.h"

namespace pdfgen {

class Hyphenator;

struct Segment {
    Style style = Style::regular;
    std::string text{};
};

/// What stands between two spaces, in one or several styles. Widths are in em.
struct Word {
    std::vector<Segment> segments{};
    double width = 0;
    double space = 0;          ///< behind it
    Bond bond = Bond::loose;   ///< may a line end behind it?
    std::vector<int> cuts{};   ///< octets of the only segment at which a line may end with a hyphen
    int hyphenCut = 0;         ///< behind the word's own hyphen („Psychologiczno-|Pedagogiczna”), 0: none

    bool isSingle() const { return segments.size() == 1; }
    const std::string& text() const { return segments.front().text; }
};

/// The words of each stretch between forced line ends.
std::vector<std::vector<Word>> wordsOf(const templates::Inline& text, bool hyphenate, Typeface& typeface, const Hyphenator& hyphenator);

/// Whether it is a letter by itself, quotes and brackets aside: a line must not end with it.
bool isOneLetter(const Word& word);

}  // namespace pdfgen
