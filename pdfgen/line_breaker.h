#pragma once

#include <vector>

#include "pdfgen/paragraph_words.h"

namespace pdfgen {

/// A place where a line may end. Widths are in em.
struct Break {
    int word = 0;
    int cut = 0;             ///< octet inside the word, 0: behind the word
    bool addsHyphen = false;
    double penalty = 0;
    double head = 0;         ///< the word up to here, hyphen included
    double tail = 0;         ///< the rest of the word, 0 behind the word

    bool isInside() const { return cut != 0; }
    int nextWord() const { return isInside() ? word : word + 1; }
};

/// The ends of the lines of one stretch, the last being the stretch's end, by total fit over all places (Knuth and Plass
/// 1981): tolerance 2, then 10, then ragged; in need at glued spaces and anywhere in words too wide, so that no line is
/// wider than `widthEm` unless a single letter is.
std::vector<Break> breakLines(const std::vector<Word>& words, double widthEm, bool justified, Typeface& typeface);

}  // namespace pdfgen
