#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"json.faults", "Plik „{0}” zawiera błędy."},
    {"json.not_utf8", "Plik nie jest zapisany w UTF-8."},
    {"json.malformed", "Plik nie jest poprawnym dokumentem JSON."},
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
    {"meeting.nobody", "Uczestnik nie ma ani osoby, ani funkcji, ani instytucji."},
    {"meeting.no_party", "Osoba bez instytucji i funkcji nie może przystąpić; proszę podać instytucję albo funkcję."},
});

}  // namespace

std::span<const Word> serverWords() { return kWords; }

}  // namespace base::polish
