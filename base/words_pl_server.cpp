#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"json.faults", "Plik „{0}” zawiera błędy."},
    {"json.not_utf8", "Plik nie jest zapisany w UTF-8."},
    {"json.malformed", "W tym miejscu plik przestaje być poprawnym dokumentem JSON."},
    {"json.key_twice", "Klucz „{0}” występuje dwa razy w jednym obiekcie."},
    {"json.wants_object", "W tym miejscu musi stać obiekt."},
    {"json.wants_list", "W tym miejscu musi stać lista."},
    {"json.wants_text", "W tym miejscu musi stać tekst."},
    {"json.wants_number", "W tym miejscu musi stać liczba całkowita."},
    {"json.wants_truth", "W tym miejscu musi stać „true” albo „false”."},
    {"json.empty_text", "Tekst jest pusty; nieznaną wartość należy pominąć."},
    {"json.missing", "Brakuje wymaganej wartości."},
    {"json.unknown_key", "Nieznany klucz."},
    {"json.wrong_schema", "Schemat „{0}” jest nieznany; oczekiwano „{1}”."},
    {"json.no_date", "„{0}” nie jest datą w postaci RRRR-MM-DD."},
    {"json.twice", "Wartość „{0}” występuje więcej niż raz."},
    {"json.no_reference", "Nie ma pozycji „{0}”, do której prowadzi odwołanie."},
    {"json.one_of", "Wartość „{0}” jest nieznana; dozwolone są „{1}” i „{2}”."},
    {"text.too_long", "Tekst jest dłuższy niż {0} znaków."},
    {"text.forbidden", "Tekst zawiera znak sterujący albo znak zmieniający kierunek pisma."},
    {"csv.encoding", "Plik nie jest zapisany ani w UTF-8, ani w Windows-1250."},
    {"csv.not_utf8", "Plik jest zapisany w UTF-8, ale w tym wierszu jest znak zapisany inaczej."},
    {"csv.no_text",
     "To nie jest plik CSV, lecz na przykład PDF albo arkusz kalkulacyjny (albo plik jest uszkodzony); listę proszę "
     "zapisać jako CSV."},
    {"csv.windows_1250",
     "Lista nie jest zapisana w UTF-8, dlatego odczytano ją jako Windows-1250; proszę sprawdzić polskie litery."},
    {"csv.row_twice", "Ten wiersz powtarza wiersz {0}."},
    {"csv.open_quote", "Cudzysłów otwarty w tym miejscu nie ma zamknięcia."},
    {"csv.behind_quote", "Za zamykającym cudzysłowem stoi tekst; cudzysłów wewnątrz pola należy podwoić."},
    {"csv.empty", "Plik jest pusty."},
    {"csv.no_rows", "Lista nie zawiera żadnego partnera."},
    {"csv.width", "Wiersz ma inną liczbę pól ({0}) niż nagłówek ({1})."},
    {"csv.no_heading", "Kolumna nie ma nagłówka."},
    {"csv.unknown_heading", "Nieznany nagłówek kolumny „{0}”."},
    {"csv.heading_twice", "Nagłówek „{0}” nazywa kolumnę, która już jest na liście."},
    {"csv.no_institution", "Na liście nie ma kolumny z nazwą instytucji ani z funkcją."},
    {"csv.unknown_role",
     "Nieznana rola „{0}”; dozwolone są: Partner, Partner Strategiczny, udział w podpisaniu, "
     "przedstawiciel lidera programu."},
    {"csv.other_value",
     "Wartość „{0}” jest inna niż wcześniejsza wartość „{2}” tej samej instytucji („{1}”); różne instytucje o jednej "
     "nazwie proszę odróżnić miejscowością albo numerem NIP."},
    {"csv.which_institution",
     "Jest kilka instytucji o nazwie „{0}”; proszę podać w tym wierszu miejscowość albo numer NIP."},
    {"csv.no_number", "„{0}” nie jest numerem."},
    {"document.id", "Identyfikator dokumentu: {0}"},
    {"document.demonstration", "PRZYKŁAD – podpisy pokazowe"},
    {"issue.faults", "Dokumentów nie można utworzyć, ponieważ dane mają braki."},
    {"issue.no_party", "Nie ma nikogo, dla kogo można utworzyć deklarację."},
    {"office.replaces", "Wartość „{0}” pochodzi z danych urzędu („{1}”), a nie z pliku spotkania („{2}”)."},
    {"record.passed", "podpisy zweryfikowane"},
    {"record.failed", "podpis nieprawidłowy"},
    {"record.indeterminate", "podpis nierozstrzygnięty"},
    {"record.no_signature", "bez podpisu elektronicznego"},
    {"record.unreadable", "plik nieczytelny"},
    {"store.busy", "Baza danych jest w użyciu; proszę spróbować ponownie."},
    {"store.cannot_write", "Nie można zapisać bazy danych: {0}."},
    {"store.not_written", "Nie można zapisać bazy danych; proszę sprawdzić wolne miejsce, dysk i uprawnienia."},
    {"store.cannot_lock", "Nie można założyć blokady „{0}”: {1}."},
    {"store.damaged", "Plik bazy danych jest uszkodzony albo nie jest bazą danych."},
    {"store.failed", "Baza danych zgłosiła błąd."},
    {"store.locked", "Folder danych „{0}” jest w użyciu przez inny proces; proszę spróbować ponownie, gdy skończy."},
    {"store.newer_schema", "Baza danych pochodzi z nowszej wersji programu (schemat {0}, ta wersja zna {1})."},
    {"process.cannot_start", "Nie można uruchomić procesu pomocniczego: {0}."},
    {"process.did_not_start", "Proces pomocniczy zakończył się, zanim był gotowy."},
    {"process.no_sandbox", "Nie można odizolować procesu pomocniczego: {0}."},
    {"process.malformed", "Wiadomość między procesami programu jest niepoprawna."},
    {"pdf.too_slow", "Odczyt pliku PDF trwał zbyt długo, dlatego został przerwany."},
    {"reader.unavailable", "Proces, który czyta pliki z zewnątrz, nie daje się uruchomić."},
    {"reader.busy", "Trwa odczyt innych plików; proszę spróbować ponownie."},
    {"key.no_passphrase", "Plik z hasłem klucza urzędu jest pusty."},
    {"key.unavailable", "Proces, który przechowuje klucz urzędu, nie odpowiada."},
    {"meeting.bad_tax_number",
     "„{0}” nie jest numerem NIP: potrzeba dziesięciu cyfr, z których ostatnia jest cyfrą kontrolną pozostałych."},
    {"meeting.participant_twice", "Ten partner powtarza uczestnika o numerze {0}."},
    {"meeting.nobody", "Uczestnik nie ma ani osoby, ani funkcji, ani instytucji."},
    {"meeting.no_party", "Osoba bez instytucji i funkcji nie może przystąpić; proszę podać instytucję albo funkcję."},
});

}  // namespace

std::span<const Word> serverWords() { return kWords; }

}  // namespace base::polish
