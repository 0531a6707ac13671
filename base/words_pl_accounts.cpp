#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"json.body", "Treść żądania zawiera błędy."},
    {"json.too_deep", "Treść żądania jest zagnieżdżona głębiej niż {0} poziomy."},
    {"json.null_character", "Tekst zawiera znak o kodzie zero."},
    {"json.no_instant", "„{0}” nie jest czasem w postaci RRRR-MM-DDTgg:mm:ssZ."},
    {"media.type", "Treść żądania musi być rodzaju {0}."},
    {"query.malformed", "Parametr „{0}” adresu jest powtórzony, pusty albo niepoprawny."},
    {"query.unknown", "Adres ma nieznany parametr; dozwolone są: {0}."},
    {"query.unknown.any", "Ten adres nie przyjmuje parametrów."},
    {"etag.missing", "Zmiana wymaga pola If-Match z wersją, którą odczytano (ETag)."},
    {"etag.changed", "Ktoś zmienił to w międzyczasie; proszę odczytać aktualną wersję i ponowić zmianę."},
    {"etag.malformed", "Pole If-Match jest niepoprawne."},
    {"audit.unwritable",
     "Nie można teraz zapisać wpisu w dzienniku zdarzeń, dlatego niczego nie zmieniono; proszę spróbować ponownie za "
     "chwilę."},
    {"account.faults", "Danych nie można przyjąć, ponieważ zawierają błędy."},
    {"account.bad_expiry", "Termin ważności musi być w przyszłości, najdalej za {0} dni."},
    {"account.bad_label", "Opis musi mieć od 1 do {0} znaków."},
    {"account.bad_name",
     "Nazwa konta może zawierać litery a–z, cyfry, kropkę, podkreślenie, łącznik i znak „@”; najwyżej {0} "
     "{0|znak|znaki|znaków}."},
    {"account.count", "Liczba użytkowników: {0}."},
    {"account.csrf",
     "Zmiana w ramach sesji wymaga poprawnego pola X-CSRF-Token (podaje je GET /api/v1/session); żądanie z obcej "
     "strony "
     "internetowej nie jest przyjmowane."},
    {"account.in_service",
     "Folder danych „{0}” jest w użyciu przez inny proces; gdy działa usługa, użytkowników i tokeny zmienia się przez "
     "API."},
    {"account.last_administrator",
     "Ktoś musi pozostać administratorem; proszę najpierw nadać tę rolę innemu użytkownikowi."},
    {"account.line", "{0}  role: {1}  od {2}"},
    {"account.line_disabled", "{0}  role: {1}  od {2}  wyłączony"},
    {"account.made", "Utworzono użytkownika {0}. Role: {1}."},
    {"account.name_taken", "Konto o tej nazwie już istnieje; proszę podać inną nazwę."},
    {"account.no_hash", "Nie można przetworzyć hasła: {0}."},
    {"account.no_link", "Ten link jest nieważny; proszę poprosić urząd o nowy."},
    {"account.no_roles", "Użytkownik musi mieć co najmniej jedną rolę."},
    {"account.no_scopes", "Token musi mieć co najmniej jeden zakres."},
    {"account.no_token", "Nie ma takiego tokenu."},
    {"account.no_user", "Nie ma takiego użytkownika."},
    {"account.no_user_named", "Nie ma użytkownika o nazwie „{0}”."},
    {"account.password_changed", "Hasło zostało w międzyczasie zmienione; proszę zalogować się ponownie."},
    {"account.password_encoding", "Hasło nie jest zapisane w UTF-8."},
    {"account.password_long", "Hasło może mieć najwyżej {0} {0|znak|znaki|znaków}."},
    {"account.password_name", "Hasło nie może zawierać nazwy konta."},
    {"account.password_set", "Zmieniono hasło użytkownika {0}; jego sesje zostały zakończone."},
    {"account.password_short", "Hasło musi mieć co najmniej {0} {0|znak|znaki|znaków}."},
    {"account.setup_wrong",
     "Link do pierwszej konfiguracji jest nieważny albo już wykorzystany; po ponownym uruchomieniu usługi powstanie "
     "nowy, "
     "jeżeli nie ma jeszcze żadnego użytkownika."},
    {"account.token_count", "Liczba tokenów: {0}."},
    {"account.token_ended", "Unieważniono token {0}."},
    {"account.token_line", "{0}  „{1}”  zakresy: {2}  ważny do {3}"},
    {"account.token_revoked", "{0}  „{1}”  zakresy: {2}  unieważniony {3}"},
    {"account.too_many", "Zbyt wiele prób; proszę spróbować ponownie za {0} s."},
    {"account.unknown_role", "Rola „{0}” jest nieznana; dozwolone są: clerk, reader, archivist, administrator."},
    {"account.unknown_scope",
     "Zakres „{0}” jest nieznany; dozwolone są: read, meetings, documents, links, archive, reports, audit."},
    {"account.wrong_login", "Nazwa konta lub hasło są nieprawidłowe."},
    {"account.wrong_password", "Dotychczasowe hasło jest nieprawidłowe."},
    {"account.wrong_token", "Token jest nieprawidłowy, wygasł albo został unieważniony; proszę utworzyć nowy."},
});

}  // namespace

std::span<const Word> accountsWords() { return kWords; }

}  // namespace base::polish
