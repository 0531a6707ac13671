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
    {"reason.no_space", "brak miejsca na dysku"},
    {"reason.quota", "wyczerpany przydział miejsca na dysku"},
    {"reason.device", "błąd urządzenia"},
    {"reason.permission", "brak uprawnień"},
    {"reason.read_only", "można tu tylko czytać"},
    {"reason.missing", "nie ma takiego pliku ani folderu"},
    {"reason.no_folder", "część ścieżki nie jest folderem"},
    {"reason.is_folder", "w tym miejscu jest folder"},
    {"reason.exists", "w tym miejscu już coś jest"},
    {"reason.long_name", "za długa nazwa"},
    {"reason.too_big", "plik jest za duży"},
    {"reason.link", "ścieżka prowadzi przez niedozwolone dowiązanie"},
    {"reason.open_files", "za dużo otwartych plików"},
    {"reason.busy", "plik jest w użyciu"},
    {"reason.other", "błąd systemu nr {0}"},
    {"place.line", "wiersz {0}"},
    {"place.column", "kolumna {0}"},
});

}  // namespace

std::span<const Word> baseWords() { return kWords; }

}  // namespace base::polish
