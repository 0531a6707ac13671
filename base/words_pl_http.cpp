#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"http.request.malformed", "Pierwszy wiersz żądania jest niepoprawny."},
    {"http.method_unknown", "Serwer nie zna tej metody HTTP."},
    {"http.version", "Serwer obsługuje tylko HTTP/1.0 i HTTP/1.1."},
    {"http.target_too_long", "Adres żądania jest dłuższy niż {0} bajtów."},
    {"http.head_too_large",
     "Nagłówek żądania jest za duży; może mieć {0} {0|bajt|bajty|bajtów}, {1} {1|pole|pola|pól} i wiersze nie dłuższe "
     "niż 4000 bajtów."},
    {"http.header.malformed", "Pole nagłówka żądania jest niepoprawne."},
    {"http.header.control", "Nagłówek żądania zawiera niedozwolony znak albo niepoprawny koniec wiersza."},
    {"http.header.encoded_word", "Pole nagłówka żądania zawiera niedozwolone kodowanie („=?”)."},
    {"http.header.cut", "Połączenie skończyło się przed końcem nagłówka żądania."},
    {"http.framing.length", "Pole Content-Length jest niepoprawne albo występuje więcej niż raz."},
    {"http.framing.both", "Długość treści żądania jest niejednoznaczna."},
    {"http.framing.chunk", "Treść żądania jest niepoprawnie podzielona na części (chunked)."},
    {"http.coding", "Serwer obsługuje tylko kodowanie przesyłania „chunked”."},
    {"http.expectation", "Serwer nie zna oczekiwania z pola Expect."},
    {"http.length_missing", "Żądanie nie podaje długości treści (Content-Length)."},
    {"http.too_slow", "Żądanie nie nadeszło w całości w wyznaczonym czasie."},
    {"http.busy", "Serwer jest w tej chwili zajęty; proszę spróbować ponownie za chwilę."},
    {"http.stopping", "Serwer kończy pracę; proszę spróbować ponownie za chwilę."},
    {"http.no_memory", "Serwer odbiera teraz zbyt wiele danych; proszę spróbować ponownie za chwilę."},
    {"http.internal", "Wystąpił błąd wewnętrzny serwera."},
    {"http.no_resource", "Pod tym adresem niczego nie ma."},
    {"http.method_not_allowed", "Ten adres nie obsługuje metody {0}; dozwolone są: {1}."},
    {"http.not_logged_in", "Ta czynność wymaga zalogowania albo tokenu."},
    {"http.forbidden", "Brak uprawnień do tej czynności."},
    {"http.bad_address", "„{0}” nie jest adresem IP, na którym serwer może nasłuchiwać."},
    {"http.port_in_use", "Port {0} jest w użyciu; proszę spróbować ponownie albo wybrać inny."},
    {"http.cannot_listen", "Nie można nasłuchiwać na {0}: {1}."},
    {"http.cannot_start", "System odmówił serwerowi zasobów: {0}."},
    {"http.bad_answer", "Odpowiedź zawiera niedozwolony znak w polu nagłówka."},
    {"host.missing", "Żądanie nie podaje nazwy serwera (Host)."},
    {"host.twice", "Żądanie podaje nazwę serwera (Host) więcej niż raz."},
    {"host.foreign", "Nazwa serwera w żądaniu (Host) nie należy do tej usługi."},
    {"body.truncated", "Treść żądania skończyła się przed zapowiedzianym końcem."},
    {"too.large", "Treść żądania jest dłuższa niż {0} bajtów."},
    {"multipart.malformed", "Treść multipart/form-data jest niepoprawna."},
    {"multipart.boundary", "Treść multipart/form-data nie ma poprawnej granicy (boundary)."},
    {"multipart.name", "Część treści multipart/form-data nie ma poprawnej nazwy."},
    {"multipart.one_file", "Treść multipart/form-data musi zawierać dokładnie jeden plik."},
    {"multipart.too_many", "Treść multipart/form-data ma więcej niż {0} części."},
    {"multipart.part_too_large", "Część treści multipart/form-data jest dłuższa niż {0} bajtów."},
    {"status.400", "Żądanie jest niepoprawne."},
    {"status.401", "Wymagane jest zalogowanie."},
    {"status.403", "Brak uprawnień."},
    {"status.404", "Nie znaleziono."},
    {"status.405", "Metoda nie jest tu dozwolona."},
    {"status.408", "Żądanie trwało zbyt długo."},
    {"status.409", "Żądanie nie zgadza się z obecnym stanem."},
    {"status.410", "Zasobu już nie ma."},
    {"status.411", "Brakuje długości treści."},
    {"status.412", "Zasób zmienił się w międzyczasie."},
    {"status.413", "Treść jest za długa."},
    {"status.414", "Adres jest za długi."},
    {"status.415", "Rodzaj treści nie jest obsługiwany."},
    {"status.417", "Oczekiwanie nie jest obsługiwane."},
    {"status.422", "Treści nie można przyjąć."},
    {"status.428", "Brakuje warunku, pod którym wolno zmienić zasób."},
    {"status.429", "Prób było zbyt wiele."},
    {"status.431", "Nagłówek jest za duży."},
    {"status.500", "Błąd wewnętrzny serwera."},
    {"status.501", "Funkcja nie jest obsługiwana."},
    {"status.502", "Inna usługa nie odpowiedziała poprawnie."},
    {"status.503", "Usługa jest chwilowo niedostępna."},
    {"status.505", "Wersja HTTP nie jest obsługiwana."},
    {"status.507", "Brakuje miejsca na zapis."},
    {"status.other", "Żądanie nie zostało wykonane."},
});

}  // namespace

std::span<const Word> httpWords() { return kWords; }

}  // namespace base::polish
