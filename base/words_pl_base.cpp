#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"bytes.not_hex", "Ciąg znaków nie jest zapisem szesnastkowym."},
    {"file.missing", "Nie znaleziono pliku „{0}”."},
    {"file.not_regular", "„{0}” nie jest zwykłym plikiem."},
    {"file.unreadable", "Nie można odczytać pliku „{0}”: {1}."},
    {"file.too_large", "Plik „{0}” jest za duży: więcej niż {1} B."},
    {"file.cannot_write", "Nie można zapisać „{0}”: {1}."},
    {"place.line", "wiersz {0}"},
    {"place.column", "kolumna {0}"},
});

}  // namespace

std::span<const Word> baseWords() { return kWords; }

}  // namespace base::polish
