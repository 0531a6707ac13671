#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"web.lang", "pl"},
    {"web.name", "Akces"},
    {"web.skip", "Przejdź do treści"},
    {"web.nav", "Główne części serwisu"},
    {"web.meetings", "Spotkania"},
    {"web.documents", "Dokumenty"},
    {"web.archive", "Archiwum"},
    {"web.reports", "Sprawozdania"},
    {"web.check", "Sprawdź podpis"},
    {"web.settings", "Ustawienia"},
    {"web.problem", "Nie zapisano"},
    {"web.not_logged_in", "Nie zalogowano"},
    {"web.done_saved", "Zapisano."},
    {"web.done_added", "Dodano."},
    {"web.done_removed", "Usunięto."},
    {"web.first_page", "Zobacz pierwszą stronę pliku PDF"},
    {"web.line", "Wiersz {0}:"},
    {"web.logged_in", "Konto: {0}"},
    {"web.own_account", "Hasło i klucze dostępu"},
    {"web.session_until", "Sesja trwa do godz. {0}"},
    {"web.log_out", "Wyloguj się"},
    {"web.accessibility", "Deklaracja dostępności"},
    {"web.other_language", "English"},
    {"web.other_language_code", "en"},
    {"web.welcome", "Deklaracje przystąpienia: od listy partnerów do sprawdzonego archiwum"},
    {"web.what",
     "Akces wypełnia deklaracje danymi partnerów, zbiera podpisy, sprawdza każdy z nich i przechowuje dokumenty razem "
     "z opisem spotkania."},
    {"web.log_in", "Zaloguj się"},
    {"web.log_in_for", "Dla osób, które przygotowują spotkanie, prowadzą archiwum albo sprawozdania."},
    {"web.check_for",
     "Dla każdego: czy podpisany plik PDF jest nienaruszony i kto go podpisał. Konto nie jest potrzebne."},
    {"web.link_for",
     "Osoba zaproszona do podpisania otwiera link, który otrzymała od urzędu; konto nie jest potrzebne."},
    {"web.programs", "Opis usług dla innych programów: {0}."},
    {"web.session_ended", "Sesja wygasła albo nikt nie jest zalogowany. Po zalogowaniu otworzy się ta sama strona."},
    {"web.kept",
     "Wpisane dane są zachowane. Po zalogowaniu można je wysłać ponownie; wybrane pliki trzeba będzie wskazać jeszcze "
     "raz."},
    {"web.user_name", "Nazwa konta"},
    {"web.password", "Hasło"},
    {"web.new_password", "Nowe hasło"},
    {"web.password_again", "Hasło jeszcze raz"},
    {"web.repeated_password", "Nowe hasło jeszcze raz"},
    {"web.no_account", "Konto zakłada administrator. Hasła nie można odzyskać; administrator może nadać nowe."},
    {"web.done_account", "Konto założono. Proszę się zalogować."},
    {"web.first_account", "Pierwsze konto zakłada się linkiem, który program wypisał przy starcie."},
    {"web.send_again", "Zalogowano. Dane czekają na wysłanie"},
    {"web.send_again_why", "Poprzednia sesja wygasła, zanim dane zostały zapisane. Proszę wysłać je teraz."},
    {"web.send_again_now", "Wyślij zachowane dane"},
    {"web.back_home", "Przejdź na stronę główną"},
    {"web.set_up", "Pierwsze konto"},
    {"web.set_up_why",
     "To konto otrzyma uprawnienia do prowadzenia spraw, archiwum i administracji. Później można dodać następne."},
    {"web.set_up_secret", "Kod pierwszego konta"},
    {"web.set_up_secret_hint",
     "Tekst po znaku „=” w linku, który serwis wypisał przy pierwszym uruchomieniu. Kto otworzył ten link, ma kod już "
     "wpisany."},
    {"web.password_rule", "Co najmniej 12 znaków, np. kilka słów."},
    {"web.passwords_differ", "Oba hasła różnią się. Proszę wpisać je ponownie."},
    {"web.set_up_now", "Załóż konto"},
    {"web.forbidden", "Brak uprawnienia"},
    {"web.forbidden_next", "To konto nie ma uprawnienia do tej czynności. Uprawnienia nadaje administrator."},
    {"web.not_found", "Nie ma takiej strony"},
    {"web.not_found_next",
     "Nie ma takiej strony albo link jest nieaktywny. Osoba zaproszona do podpisania może poprosić urząd o nowy link."},
    {"web.conflict", "Tej czynności nie można teraz wykonać"},
    {"web.conflict_next",
     "Stan sprawy mógł się zmienić. Proszę otworzyć stronę ponownie i sprawdzić, co jest możliwe."},
    {"web.look_again", "Otwórz stronę ponownie"},
    {"web.refused", "Nie wykonano"},
    {"web.refused_next", "Nic nie zostało zapisane. Proszę wrócić, poprawić dane i spróbować ponownie."},
    {"web.failure", "Wystąpił błąd po stronie serwisu"},
    {"web.failure_next",
     "Wcześniej zapisane dane są bezpieczne. Proszę spróbować ponownie, a jeżeli błąd się powtórzy – zawiadomić "
     "administratora."},
    {"web.event", "Numer zdarzenia: {0}"},
    {"web.try_again", "Spróbuj ponownie"},
    {"web.home", "Spotkania"},
    {"web.no_meetings", "Nie ma jeszcze spotkań. Można dodać pierwsze."},
    {"web.new_meeting", "Nowe spotkanie"},
    {"form.malformed", "Formularz jest niepoprawny: „{0}”."},
});

}  // namespace

std::span<const Word> webWords() { return kWords; }

}  // namespace base::polish
