#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"archive.no_object", "W archiwum nie ma pliku o skrócie {0}."},
    {"archive.no_meeting",
     "W folderze danych nie ma spotkania „{0}”; należy je najpierw wczytać (akces meeting import)."},
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
    {"archive.bad_declaration", "To nie jest deklaracja pakietu BagIt 1.0 w UTF-8."},
    {"archive.wrong_id", "Identyfikator „{0}” nie wynika z treści wpisu."},
    {"archive.bad_record", "To nie jest wpis archiwalny tej wersji programu."},
    {"archive.not_empty", "Folder danych zawiera spotkania albo wpisy, których nie ma w pakiecie; proszę podać pusty."},
    {"report.title", "Sprawozdanie z przystąpienia partnerów"},
    {"report.explanation",
     "Przy każdej liczbie stoją dokumenty albo wpisy, z których wynika. Instytucja liczy się raz na "
     "spotkanie. Podpisy pokazowe (POKAZ) są liczone osobno i nie wchodzą do podpisów prawdziwych."},
    {"report.documents", "Dokumenty"},
    {"report.column_meeting", "Spotkanie"},
    {"report.column_date", "Data"},
    {"report.column_name", "Wskaźnik"},
    {"report.column_grade", "Podstawa"},
    {"report.column_count", "Liczba"},
    {"report.column_remark", "Zastrzeżenie"},
    {"report.column_evidence", "Dowody"},
    {"report.column_file", "Dokument"},
    {"report.column_verdict", "Wynik weryfikacji"},
    {"report.column_record", "Wpis archiwalny"},
    {"report.column_archived", "Zarchiwizowano"},
    {"report.column_hash", "SHA-256"},
    {"report.total", "Razem"},
    {"report.at_least", "co najmniej"},
    {"report.evidence", "{0} (wpis {1})"},
    {"report.evidence_count", "Pozycji: {0}"},
    {"report.claim", "uczestnik nr {0}: {1}"},
    {"report.of_meeting", "{0}: {1}"},
    {"report.claimed", "Partnerzy, których przystąpienie podano"},
    {"report.strategic", "w tym Partnerzy Strategiczni"},
    {"report.signed", "Partnerzy z nienaruszonym podpisem"},
    {"report.verified", "Partnerzy z podpisem zweryfikowanym"},
    {"report.accepted", "Deklaracje przyjęte przez Lidera (podpis zweryfikowany)"},
    {"report.declarations", "Deklaracje"},
    {"report.lists", "Listy obecności"},
    {"report.others", "Inne dokumenty"},
    {"report.findings", "Dokumenty z uwagą (podpis nieprawidłowy albo nierozstrzygnięty, plik nieczytelny)"},
    {"report.by_source", "wzmianka w pliku spotkania"},
    {"report.real", "podpisy prawdziwe"},
    {"report.demonstration", "podpisy pokazowe (POKAZ)"},
    {"report.in_archive", "archiwum"},
    {"report.lost", " – brak w archiwum albo plik uszkodzony"},
    {"report.zip_failed", "Nie udało się utworzyć pliku ZIP."},
    {"archive.damaged", "Plik w archiwum jest uszkodzony: jego treść nie zgadza się ze skrótem {0}."},
});

}  // namespace

std::span<const Word> reportWords() { return kWords; }

}  // namespace base::polish
