#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
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
