#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"face.no_font", "Plik „{0}” nie jest czcionką TrueType."},
    {"face.no_subset", "Nie udało się przygotować czcionki {0} do osadzenia."},
    {"pdf.no_pictures",
     "Na tym serwerze nie można rysować obrazów stron (brakuje biblioteki poppler). Proszę otworzyć plik PDF."},
    {"pdf.no_page", "Plik PDF nie ma strony o tym numerze."},
    {"pdf.qr_size", "Tekst jest pusty albo za długi, aby zapisać go w kodzie QR."},
    {"pdf.block_too_high", "Fragment dokumentu jest wyższy niż strona i nie może zostać złożony."},
    {"pdf.too_narrow", "Kolumny lub wcięcia nie mieszczą się na szerokość strony."},
    {"pdf.page_of", "strona {0} z {1}"},
    {"pdf.glyphs_missing", "W dokumencie są znaki, których nie ma w czcionce."},
    {"pdf.missing_glyph", "Znaku {0} nie ma w czcionce; proszę go zastąpić („{1}”)."},
    {"pdf.library_failed", "Błąd wewnętrzny biblioteki {0} ({1})."},
    {"pdf.bad_coordinate", "Błąd wewnętrzny składu: współrzędna poza stroną."},
    {"hyphen.missing", "Nie można odczytać wzorców dzielenia wyrazów „{0}”."},
});

}  // namespace

std::span<const Word> pdfgenWords() { return kWords; }

}  // namespace base::polish
