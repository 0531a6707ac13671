#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"archive.no_object", "W archiwum nie ma pliku o skrócie {0}."},
    {"archive.no_meeting", "W folderze danych nie ma spotkania „{0}”; należy je najpierw wczytać (akces meeting import)."},
    {"archive.one_document", "Opcja „--document” dotyczy jednego pliku."},
    {"archive.line", "{0}  {1}  {2}  {3}  {4}  {5}"},
    {"archive.count", "Liczba wpisów: {0}."},
    {"archive.checked", "Sprawdzono. Liczba wpisów: {0}, liczba plików: {1}, liczba uszkodzeń: {2}."},
    {"archive.damaged_files", "Dotyczy dokumentów: {0}."},
    {"archive.foreign", "W folderze archiwum leży obcy plik „{0}”."},
    {"archive.not_in_package", "W pakiecie nie ma pliku o skrócie {0}, ponieważ jest uszkodzony albo go brakuje."},
    {"archive.exported", "Zapisano archiwum w folderze „{0}”. Liczba wpisów: {1}, liczba plików: {2}."},
    {"archive.restored", "Odtworzono archiwum z folderu „{0}”. Liczba wpisów: {1}, liczba plików: {2}."},
    {"archive.folder_exists", "Folder „{0}” już istnieje; proszę podać nowy."},
    {"archive.bad_package", "Pakiet „{0}” jest niepoprawny."},
    {"archive.bad_manifest_line", "Wiersz nie ma postaci „skrót  nazwa pliku”."},
    {"archive.package_damaged", "Treść pliku nie zgadza się ze skrótem w manifeście."},
    {"archive.package_foreign", "Pliku nie ma w manifeście."},
    {"archive.bad_record", "To nie jest wpis archiwalny tej wersji programu."},
    {"archive.not_empty", "Folder danych zawiera spotkania albo wpisy, których nie ma w pakiecie; proszę podać pusty."},
    {"archive.damaged", "Plik w archiwum jest uszkodzony: jego treść nie zgadza się ze skrótem {0}."},
});

}  // namespace

std::span<const Word> reportWords() { return kWords; }

}  // namespace base::polish
