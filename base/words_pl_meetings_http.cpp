#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"archive.no_record", "Nie ma takiego wpisu w archiwum."},
    {"archive.other_meeting", "Ten dokument nie należy do tego spotkania."},
    {"csv.faults", "Lista partnerów zawiera błędy; niczego nie zaimportowano."},
    {"data.faults", "Danych nie można przyjąć, ponieważ zawierają błędy."},
    {"data.other_id", "Identyfikator w treści jest inny niż w adresie."},
    {"data.other_order", "Numer w treści jest inny niż w adresie."},
    {"institution.exists", "Spotkanie ma już instytucję o tym identyfikatorze."},
    {"institution.in_use", "Do tej instytucji odwołują się inne dane spotkania; proszę najpierw je zmienić."},
    {"institution.unknown", "Spotkanie nie ma takiej instytucji."},
    {"meeting.bad_id",
     "Identyfikator może zawierać litery bez znaków diakrytycznych, cyfry i łącznik; najwyżej {0} "
     "{0|znak|znaki|znaków}."},
    {"meeting.odd_year", "Proszę sprawdzić rok."},
    {"meeting.exists", "Spotkanie o tym identyfikatorze już istnieje."},
    {"meeting.has_documents", "Spotkanie ma już dokumenty; ten import ich nie zmienia."},
    {"meeting.in_use", "Spotkanie ma dokumenty albo wpisy w archiwum, więc nie można go usunąć."},
    {"meeting.partners_replaced", "Lista zastępuje dotychczasowych partnerów; ich liczba: {0}."},
    {"meeting.unknown", "Nie ma takiego spotkania."},
    {"participant.exists", "Spotkanie ma już uczestnika o tym numerze."},
    {"participant.unknown", "Spotkanie nie ma takiego uczestnika."},
    {"photo.exists", "Spotkanie ma już to zdjęcie."},
    {"photo.no_file", "Spotkanie wymienia to zdjęcie, ale pliku nie przesłano."},
    {"photo.too_many", "Spotkanie może mieć najwyżej {0} {0|zdjęcie|zdjęcia|zdjęć}."},
    {"photo.unknown", "Spotkanie nie ma takiego zdjęcia."},
    {"project.no_name", "Brakuje nazwy."},
    {"project.unknown", "Nie ma takiego projektu."},
    {"query.missing", "Adres musi mieć parametr „{0}”."},
    {"team.unknown", "Nie ma takiego zespołu."},
    {"template.bad_name",
     "Nazwa wzoru może zawierać małe litery bez znaków diakrytycznych, cyfry i łącznik; najwyżej {0} "
     "{0|znak|znaki|znaków}."},
    {"template.shipped",
     "Wzoru dostarczonego z programem nie można zmienić ani usunąć; proszę zapisać własny pod inną nazwą."},
    {"template.unknown", "Nie ma takiego wzoru."},
});

}  // namespace

std::span<const Word> meetingsHttpWords() { return kWords; }

}  // namespace base::polish
