#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"settings.faults", "Ustawienia zawierają błędy."},
    {"settings.unknown", "Nie ma ustawienia „{0}”."},
    {"settings.twice", "Ustawienie „{0}” występuje więcej niż raz."},
    {"settings.no_equals", "Wiersz ustawień musi mieć postać „nazwa = wartość”."},
    {"settings.not_utf8", "Plik ustawień nie jest w kodowaniu UTF-8."},
    {"settings.bad_value", "Niepoprawna wartość ustawienia „{0}”: {1}"},
    {"settings.number", "potrzebna jest liczba od {0} do {1}."},
    {"settings.list", "potrzebna jest lista rozdzielona przecinkami."},
    {"settings.url",
     "potrzebny jest adres „http://…” albo „https://…” bez ścieżki, na przykład https://akces.example.pl."},
    {"settings.address", "potrzebny jest adres IP, na przykład 127.0.0.1."},
    {"settings.host", "potrzebna jest nazwa serwera bez „http://” i bez ścieżki, na przykład akces.example.pl."},
    {"settings.yes_or_no", "potrzebne jest „yes” albo „no”."},
    {"idempotency.key", "Pole Idempotency-Key musi mieć od 1 do {0} widocznych znaków ASCII."},
    {"idempotency.going", "Żądanie z tym samym Idempotency-Key jest właśnie wykonywane; proszę ponowić je za chwilę."},
    {"idempotency.other_request", "Pod tym samym Idempotency-Key przyszło wcześniej inne żądanie."},
    {"job.none", "Nie ma takiego zadania."},
    {"service.serving", "Akces działa pod adresem {0}/"},
    {"service.setup_link", "Pierwsze konto zakłada się tym jednorazowym linkiem (jest też w pliku {0}):"},
    {"service.started", "Usługa rozpoczęła pracę."},
    {"service.stopped", "Usługa zakończyła pracę."},
    {"service.samples", "Wczytano przykładowe spotkania: {0}."},
    {"service.trust_changed",
     "Zmieniły się zaufane certyfikaty; podpisy bez ustalonego zaufania będą ocenione ponownie."},
    {"service.no_trust",
     "Nie ma folderu zaufanych certyfikatów „{0}” (ustawienie „trust”), dlatego żaden podpis nie będzie uznany za "
     "zweryfikowany."},
    {"service.bad_certificate", "Pliku certyfikatu {0} nie można odczytać; nie jest brany pod uwagę."},
    {"service.job_failed", "Zadanie {0} nie powiodło się: {1}"},
    {"service.watch_failed", "Okresowe sprawdzenie nie powiodło się: {0}"},
    {"health.key", "Klucz urzędu podpisuje."},
    {"health.key_failed", "Klucz urzędu nie podpisuje: {0}"},
    {"health.key_open", "Plik klucza urzędu nie jest chroniony hasłem."},
    {"health.key_own", "Certyfikat urzędu wystawiła sobie ta instalacja; odbiorcy nie znają jej wystawcy."},
    {"health.disk", "Wolne miejsce na dysku: {0} MB."},
    {"health.disk_full", "Na dysku zostało tylko {0} MB."},
    {"health.trust", "Jest folder zaufanych certyfikatów."},
    {"health.no_trust",
     "Nie ma folderu zaufanych certyfikatów (ustawienie „trust”), dlatego żaden podpis nie będzie uznany za "
     "zweryfikowany."},
    {"health.database", "Baza danych odpowiada."},
    {"health.database_failed", "Baza danych nie odpowiada: {0}"},
    {"health.clock", "Zegar idzie naprzód."},
    {"health.clock_back", "Zegar wskazuje czas wcześniejszy niż ostatni wpis dziennika zdarzeń ({0})."},
    {"health.unknown", "Sprawdzenie jeszcze się nie odbyło."},
});

}  // namespace

std::span<const Word> serviceWords() { return kWords; }

}  // namespace base::polish
