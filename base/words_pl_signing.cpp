#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"pdf.damaged", "Plik PDF jest uszkodzony albo niepełny."},
    {"pdf.encrypted", "Plik PDF jest zaszyfrowany."},
    {"pdf.not_a_pdf", "Plik nie jest dokumentem PDF."},
    {"pdf.too_large", "Plik PDF jest większy niż {0} MB."},
    {"sign.field_missing", "W dokumencie nie ma pola podpisu „{0}”. Pola: {1}."},
    {"sign.no_fields", "W dokumencie nie ma pól podpisu."},
    {"sign.field_signed", "Pole podpisu „{0}” jest już podpisane."},
    {"sign.all_signed", "Wszystkie pola podpisu w dokumencie są już podpisane."},
    {"sign.choose_field", "Dokument ma kilka pól podpisu; proszę wskazać jedno z nich: {0}."},
    {"sign.repaired", "Plik PDF wymaga naprawy, dlatego nie można go podpisać."},
    {"sign.not_permitted", "Dokument jest certyfikowany i nie dopuszcza dalszych podpisów."},
    {"sign.hole_too_small", "Podpis nie mieści się w przygotowanym miejscu."},
    {"appearance.signed", "Podpisano elektronicznie"},
    {"appearance.demonstration", "POKAZ – podpis przykładowy"},
    {"appearance.time", "{0}, godz. {1}"},
    {"sign.library_failed", "Błąd wewnętrzny biblioteki kryptograficznej ({0})."},
    {"identity.no_pkcs12", "Plik nie jest plikiem PKCS#12 z kluczem i certyfikatem."},
    {"identity.wrong_password", "Hasło do pliku z kluczem jest nieprawidłowe."},
    {"identity.no_key", "Plik PKCS#12 nie zawiera klucza pasującego do certyfikatu."},
    {"identity.expired", "Certyfikat wygasł {0}; podpisu nie złożono."},
    {"identity.not_yet", "Certyfikat jest ważny dopiero od {0}; podpisu nie złożono."},
    {"identity.key_usage", "Certyfikat nie jest przeznaczony do składania podpisów (użycie klucza)."},
    {"identity.weak_key", "Klucz jest za słaby, aby składać nim podpisy."},
});

}  // namespace

std::span<const Word> signingWords() { return kWords; }

}  // namespace base::polish
