#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"face.no_font", "Plik „{0}” nie jest czcionką TrueType."},
    {"face.no_subset", "Nie udało się przygotować czcionki {0} do osadzenia."},
    {"pdf.library_failed", "Błąd wewnętrzny biblioteki {0} ({1})."},
    {"pdf.bad_coordinate", "Błąd wewnętrzny składu: współrzędna poza stroną."},
    {"hyphen.missing", "Nie można odczytać wzorców dzielenia wyrazów „{0}”."},
});

}  // namespace

std::span<const Word> pdfgenWords() { return kWords; }

}  // namespace base::polish
