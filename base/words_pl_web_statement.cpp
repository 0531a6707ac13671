#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"keep.a11y_intro",
     "{0} zobowiązuje się zapewnić dostępność cyfrową serwisu Akces zgodnie z ustawą z dnia 4 kwietnia 2019 r. o "
     "dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych. Oświadczenie w sprawie "
     "dostępności ma zastosowanie do serwisu pod adresem {1}."},
    {"keep.a11y_no_office", "Urząd, który prowadzi ten serwis,"},
    {"keep.a11y_no_office_why",
     "Nazwy i danych kontaktowych urzędu nie wpisano jeszcze w ustawieniach serwisu (dane urzędu, część „Administrator "
     "danych osobowych”). Do tego czasu deklaracja jest niepełna."},
    {"keep.a11y_published", "Data publikacji serwisu: {0}."},
    {"keep.a11y_updated", "Data ostatniej istotnej aktualizacji: {0}."},
    {"keep.a11y_by_office", "podaje urząd na swojej stronie internetowej"},
    {"keep.a11y_status", "Stan dostępności cyfrowej"},
    {"keep.a11y_partly",
     "Serwis jest częściowo zgodny z ustawą z dnia 4 kwietnia 2019 r. o dostępności cyfrowej (WCAG 2.1, poziom AA) z "
     "powodu niezgodności i braków wymienionych poniżej."},
    {"keep.a11y_gaps", "Treści niedostępne i to, czego nie zbadano"},
    {"keep.a11y_gap_uploads",
     "Pliki przesłane przez inne osoby (podpisane dokumenty, skany, zdjęcia, załączniki) przechowujemy w niezmienionej "
     "postaci. Skan jest obrazem bez tekstu; nie można go poprawić, bo zmieniłoby to dowód. Treść dokumentu wydanego "
     "przez urząd jest dostępna jako tekst."},
    {"keep.a11y_gap_language",
     "Wyniki weryfikacji zapisane w archiwum są po polsku także w angielskiej wersji serwisu; na stronie oznaczono ich "
     "język."},
    {"keep.a11y_gap_documents",
     "Pliki PDF tworzone przez serwis mają znaczniki i tekst (PDF/UA-1), lecz podpisanie w obcym programie może dodać "
     "elementy bez opisu."},
    {"keep.a11y_gap_readers",
     "Serwisu nie zbadał niezależny podmiot ani osoby korzystające z czytników ekranu, powiększenia i sterowania "
     "głosem. Autorzy sprawdzali strony narzędziem automatycznym, samą klawiaturą, bez JavaScriptu i w szerokości 320 "
     "pikseli."},
    {"keep.a11y_prepared", "Przygotowanie deklaracji"},
    {"keep.a11y_prepared_on", "Deklarację sporządzono {0} na podstawie samooceny autorów programu."},
    {"keep.a11y_prepared_office",
     "Po zmianie wyglądu lub treści serwisu, a co najmniej raz w roku, do 31 marca, urząd przegląda deklarację i w "
     "razie potrzeby ją aktualizuje."},
    {"keep.a11y_help", "Ułatwienia"},
    {"keep.a11y_help_1",
     "Wszystkie czynności można wykonać samą klawiaturą; pierwszy link każdej strony prowadzi do treści. Serwis nie "
     "używa własnych skrótów klawiszowych."},
    {"keep.a11y_help_2",
     "Kolory dostosowują się do jasnego i ciemnego ustawienia przeglądarki, a tekst można powiększyć do 400% bez "
     "przewijania w poziomie."},
    {"keep.a11y_help_3", "Stan każdego dokumentu i wynik każdego sprawdzenia podane są słowami, nie samym kolorem."},
    {"keep.a11y_contact", "Informacje zwrotne i dane kontaktowe"},
    {"keep.a11y_contact_who",
     "Wszystkie problemy z dostępnością cyfrową serwisu można zgłosić do urzędu. Za rozpatrywanie zgłoszeń odpowiada: "
     "{0}."},
    {"keep.a11y_contact_how", "Kontakt: {0}."},
    {"keep.a11y_contact_address", "Adres: {0}."},
    {"keep.a11y_contact_missing",
     "Danych kontaktowych nie wpisano jeszcze w ustawieniach. Proszę skorzystać z danych na stronie internetowej "
     "urzędu."},
    {"keep.a11y_procedure", "Obsługa wniosków i skarg związanych z dostępnością"},
    {"keep.a11y_right",
     "Każdy ma prawo wystąpić z żądaniem zapewnienia dostępności cyfrowej serwisu lub jakiegoś jego elementu albo z "
     "żądaniem udostępnienia niedostępnej treści w innej formie."},
    {"keep.a11y_request", "Żądanie powinno zawierać:"},
    {"keep.a11y_request_1", "dane kontaktowe osoby zgłaszającej,"},
    {"keep.a11y_request_2", "wskazanie strony lub elementu serwisu, których dotyczy,"},
    {"keep.a11y_request_3",
     "wskazanie dogodnej formy udostępnienia informacji, jeżeli żądanie dotyczy treści niedostępnej (np. przeczytanie, "
     "opisanie)."},
    {"keep.a11y_term",
     "Urząd rozpatruje żądanie niezwłocznie, nie później niż w ciągu 7 dni od otrzymania. Jeżeli ten termin jest zbyt "
     "krótki, zawiadamia o tym i podaje nowy, nie dłuższy niż 2 miesiące."},
    {"keep.a11y_alternative",
     "Jeżeli zapewnienie dostępności jest niemożliwe, urząd proponuje inny sposób dostępu do informacji."},
    {"keep.a11y_complaint",
     "Jeżeli urząd odmówi albo nie dotrzyma terminu, można złożyć do niego skargę na niezapewnienie dostępności "
     "cyfrowej."},
    {"keep.a11y_ombudsman", "Po wyczerpaniu tej drogi można zawiadomić Rzecznika Praw Obywatelskich: {0}."},
    {"keep.a11y_building", "Dostępność architektoniczna"},
    {"keep.a11y_building_why",
     "Serwis nie ma własnej siedziby. Dostępność budynku, w którym dokument można podpisać na papierze, opisuje "
     "deklaracja dostępności na stronie internetowej urzędu."},
    {"keep.a11y_apps", "Aplikacje mobilne"},
    {"keep.a11y_apps_none", "Serwis nie ma aplikacji mobilnej."},
});

}  // namespace

std::span<const Word> webStatementWords() { return kWords; }

}  // namespace base::polish
