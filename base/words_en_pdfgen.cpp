#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"face.no_font", "The file “{0}” is not a TrueType font."},
    {"face.no_subset", "The font {0} could not be prepared for embedding."},
    {"pdf.block_too_high", "A part of the document is higher than the page and cannot be set."},
    {"pdf.too_narrow", "Columns or indents do not fit the width of the page."},
    {"pdf.page_of", "page {0} of {1}"},
    {"pdf.glyphs_missing", "The document has characters that the font lacks."},
    {"pdf.missing_glyph", "The font lacks the character {0}; please replace it (“{1}”)."},
    {"pdf.library_failed", "Internal error of the library {0} ({1})."},
    {"pdf.bad_coordinate", "Internal layout error: a coordinate outside the page."},
    {"hyphen.missing", "The hyphenation patterns “{0}” cannot be read."},
    {"pdf.no_pictures",
     "This server cannot draw pictures of pages (the poppler library is missing). Please open the PDF file."},
    {"pdf.no_page", "The PDF file has no page of this number."},
    {"pdf.qr_size", "The text is empty or too long for a QR code."},
});

}  // namespace

std::span<const Word> pdfgenWords() { return kWords; }

}  // namespace base::english
