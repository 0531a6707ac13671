#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"cli.version", "akces {0}"},
    {"cli.help", R"(akces – od listy partnerów do sprawdzonego archiwum deklaracji

Użycie: akces POLECENIE [opcje]

  serve     uruchamia usługę dla urzędu i partnerów
  demo      pokazuje całość na dwóch przykładowych spotkaniach
  meeting   wczytuje, zapisuje i sprawdza spotkanie z jego uczestnikami
  generate  tworzy deklaracje i listę obecności
  template  sprawdza wzór dokumentu, wymienia jego pola, pokazuje go jako PDF
  sign      podpisuje plik PDF kluczem z pliku PKCS#12
  verify    sprawdza podpisy w plikach PDF
  archive   przechowuje dokumenty i sprawdza, czy nic się w nich nie zmieniło
  report    tworzy sprawozdanie
  backup    tworzy, sprawdza i odtwarza kopię zapasową
  user      zakłada i zmienia konta użytkowników
  token     tworzy i unieważnia tokeny API

  akces POLECENIE --help   opis polecenia
  akces --version          wersja programu

Wyniki trafiają na standardowe wyjście, komunikaty na standardowe wyjście błędów.
Kody zakończenia: 0 wykonano, 1 podpis nieprawidłowy albo uszkodzone archiwum lub kopia, 2 podpis nierozstrzygnięty,
3 brak podpisu, 4 pliku nie można odczytać, 64 błędne wywołanie, 65 błędy w danych, 66 odmowa podpisania,
69 brak odpowiedzi usługi, 70 błąd programu, 73 nie można zapisać, 75 zajęte, 77 złe albo brakujące hasło.)"},
    {"cli.help_serve", R"(Użycie: akces serve [--config PLIK] [--port N] [--data FOLDER]

Uruchamia usługę. Bez ustawień słucha na 127.0.0.1:8080 i trzyma dane w ./data. Pierwsze uruchomienie wypisuje
jednorazowy link do założenia konta administratora. SIGTERM albo Ctrl+C kończy pracę po odpowiedzi na żądania.

  --config PLIK  ustawienia „nazwa = wartość”; każde można też podać jako zmienną AKCES_NAZWA
  --port N       port (0: dowolny wolny)
  --data FOLDER  folder danych
  --routes       wypisuje adresy usługi z czynnością, o którą pyta się reguły dostępu, i adresy stron, i kończy)"},
    {"cli.help_demo", R"(Użycie: akces demo [--out FOLDER]

Wykonuje całą drogę na spotkaniach w Będzinie (27 listopada 2019 r.) i w Knurowie (13 listopada 2019 r.): tworzy
dokumenty, podpisuje je podpisami pokazowymi, sprawdza, archiwizuje i tworzy sprawozdania.

  --out FOLDER   gdzie powstaje wynik (domyślnie: demo); istniejący folder zostanie zastąpiony tylko wtedy, gdy
                 utworzyło go to polecenie)"},
    {"cli.help_meeting", R"(Użycie: akces meeting import PLIK.json [--partners PLIK.csv] [--data FOLDER]
       akces meeting export IDENTYFIKATOR --out PLIK.json [--data FOLDER]
       akces meeting check PLIK.json [--partners PLIK.csv]

import zapisuje spotkanie w folderze danych, export odtwarza plik z zapisanych danych, check tylko sprawdza plik.

  --partners PLIK   lista partnerów (CSV), która zastępuje partnerów z pliku spotkania
  --out PLIK        dokąd zapisać
  --data FOLDER     folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.help_generate", R"(Użycie: akces generate --meeting PLIK.json --out FOLDER [opcje]

Tworzy deklaracje z polami podpisu i listę obecności. Błędy w danych wymienia wszystkie naraz, a wtedy nie powstaje nic;
wymienia też dokumenty, których nie da się złożyć (na przykład z powodu znaku, którego nie ma w kroju pisma).
Plik o tej samej nazwie, który już leży w folderze, zastępuje i mówi o tym; podpisanego nie zastępuje nigdy.

  --meeting PLIK    spotkanie (JSON)
  --office PLIK     dane urzędu (JSON): lider, administrator danych, sposób podpisania i inne
  --partners PLIK   lista partnerów (CSV), która zastępuje partnerów z pliku spotkania
  --template WZÓR   nazwa wzoru z programu albo plik XML (domyślnie deklaracja i lista-obecnosci)
  --out FOLDER      dokąd zapisać pliki PDF
  --all-or-nothing  nie zapisuje żadnego pliku, jeżeli choć jednego nie można utworzyć

Zmienna SOURCE_DATE_EPOCH, jeżeli jest ustawiona, wyznacza chwilę wydania dokumentów.)"},
    {"cli.help_template", R"(Użycie: akces template check WZÓR [--data PLIK.json]
       akces template fields WZÓR
       akces template preview WZÓR --data PLIK.json [--out FOLDER]

WZÓR to plik XML albo nazwa wzoru z programu: deklaracja, deklaracja-wspolna, informacja-rodo, lista-obecnosci.
check wymienia błędy wzoru z wierszem i kolumną, a z --data także braki w danych; fields podaje pola, które wzór
odczytuje, jako JSON Schema; preview tworzy plik PDF.

  --data PLIK    dane do wstawienia (JSON)
  --out FOLDER   dokąd zapisać podgląd (domyślnie: folder bieżący))"},
    {"cli.help_sign", R"(Użycie: akces sign PLIK.pdf --out WYNIK.pdf --p12 KLUCZE [opcje]

Składa podpis PAdES (poziom B-B) w polu przygotowanym w dokumencie. Wcześniejsza treść pliku pozostaje bez zmian.

  --out PLIK             dokąd zapisać podpisany plik (inny niż podpisywany)
  --p12 PLIK             klucz z certyfikatem (PKCS#12)
  --password-file PLIK   plik z hasłem do klucza (UTF-8)
  --password-fd NUMER    deskryptor, z którego należy odczytać hasło
  --field NAZWA          pole podpisu; można pominąć, gdy niepodpisane jest tylko jedno
  --level B-B            poziom podpisu)"},
    {"cli.help_verify", R"(Użycie: akces verify PLIK.pdf... [opcje]

Sprawdza podpisy: czy treść jest nienaruszona, kto podpisał i czy można to potwierdzić, jaki to podpis.

  --json          jeden wiersz JSON na plik
  --trust FOLDER  zaufane certyfikaty: pliki *.crt, *.cer i *.pem
  --at CHWILA     sprawdza według stanu z tej chwili, na przykład 2026-01-31T12:00:00Z (domyślnie: teraz)
  --offline       bez połączeń z siecią; ta wersja nigdy ich nie nawiązuje)"},
    {"cli.help_archive",
     R"(Użycie: akces archive add PLIK.pdf... --meeting IDENTYFIKATOR [--document IDENTYFIKATOR] [--trust FOLDER]
       akces archive list
       akces archive check
       akces archive export --out FOLDER
       akces archive restore FOLDER

add przyjmuje każdy plik, także uszkodzony albo niepodpisany, i zapisuje przy nim wynik sprawdzenia podpisów; list
wymienia wpisy; check oblicza na nowo skrót każdego pliku i wymienia uszkodzone, brakujące i obce; export zapisuje całe
archiwum w nowym folderze; restore wczytuje je z takiego folderu, a to, co już jest w folderze danych, zostawia.

  --meeting IDENTYFIKATOR    spotkanie, którego dotyczy dokument
  --document IDENTYFIKATOR   identyfikator wydrukowany w stopce (domyślnie odczytywany z pliku)
  --trust FOLDER             zaufane certyfikaty: pliki *.crt, *.cer i *.pem
  --json                     wynik jako JSON
  --data FOLDER              folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.help_report", R"(Użycie: akces report --format csv|zip --out PLIK [--data FOLDER]

Tworzy sprawozdanie z wszystkich spotkań. Przy każdej liczbie stoją dokumenty, z których wynika; podpisy pokazowe są
liczone osobno. ZIP zawiera także dokumenty, wyniki sprawdzenia, stronę z wykazem i skróty plików.

  --format csv|zip   postać sprawozdania
  --out PLIK         dokąd zapisać
  --data FOLDER      folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.help_backup", R"(Użycie: akces backup create --out FOLDER [--data FOLDER]
       akces backup check FOLDER
       akces backup restore FOLDER [--data FOLDER]

create zapisuje w nowym folderze kopię bazy danych z jednej chwili, wszystkie pliki archiwum, klucze urzędu i zaufane
certyfikaty; usługa może w tym czasie działać. check oblicza na nowo skrót każdego pliku, sprawdza bazę danych i to, czy
jest każdy plik, który ona wymienia. restore sprawdza kopię i odtwarza z niej folder danych, którego jeszcze nie ma albo
który jest pusty. W kopii leżą klucze i dane osobowe; proszę ją chronić tak jak folder danych. Skróty sprawdza też
polecenie sha256sum -c manifest-sha256.txt.

  --out FOLDER    gdzie powstaje kopia
  --json          wynik jako JSON
  --data FOLDER   folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.help_user", R"(Użycie: akces user add NAZWA --role ROLA[,ROLA...] --password-file PLIK
       akces user list
       akces user roles NAZWA ROLA[,ROLA...]
       akces user disable NAZWA
       akces user enable NAZWA
       akces user password NAZWA --password-file PLIK

Zakłada i zmienia konta użytkowników usługi. Gdy usługa działa, robi to administrator przez API.
Role: clerk (pracownik), reader (tylko odczyt), archivist (archiwista), administrator. Pierwszy użytkownik unieważnia
link do pierwszej konfiguracji.

  --role ROLA,...        role nowego użytkownika
  --password-file PLIK   plik z hasłem (UTF-8); hasło ma co najmniej 12 znaków
  --password-fd NUMER    deskryptor, z którego należy odczytać hasło
  --json                 wykaz jako JSON
  --data FOLDER          folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.help_token", R"(Użycie: akces token make --user NAZWA --label OPIS --scope ZAKRES[,ZAKRES...] --days LICZBA
       akces token list --user NAZWA
       akces token revoke IDENTYFIKATOR --user NAZWA

make tworzy token, z którym program korzysta z API w imieniu użytkownika, i pokazuje go ten jeden raz; list wymienia
tokeny użytkownika; revoke unieważnia token. Gdy usługa działa, robi się to przez API.
Zakresy: read, meetings, documents, links, archive, reports, audit; token nie może więcej niż jego użytkownik.

  --user NAZWA        czyj to token
  --label OPIS        do czego służy
  --scope ZAKRES,...  na co pozwala
  --days LICZBA       za ile dni wygasa (najwyżej 366)
  --json              wykaz jako JSON
  --data FOLDER       folder danych (domyślnie: zmienna AKCES_DATA, a gdy jej nie ma – data))"},
    {"cli.unknown_verb", "Nie ma polecenia „{0}”. Wykaz poleceń: akces --help."},
    {"cli.unknown_action", "Polecenie „{0}” nie zna działania „{1}”. Opis: akces {0} --help."},
    {"cli.unknown_option", "Nie ma opcji „{0}”. Opis polecenia podaje opcja --help."},
    {"cli.option_missing", "Brakuje opcji „{0}”. Opis polecenia podaje opcja --help."},
    {"cli.option_elsewhere", "Opcja „{0}” nie należy do tego działania. Opis polecenia podaje opcja --help."},
    {"cli.option_twice", "Opcję „{0}” podano dwa razy; proszę podać ją raz."},
    {"cli.value_missing", "Opcja „{0}” wymaga wartości."},
    {"cli.no_value", "Opcja „{0}” nie przyjmuje wartości."},
    {"cli.bad_value", "Opcja „{0}” nie przyjmuje wartości „{1}”. Opis polecenia podaje opcja --help."},
    {"cli.not_yet", "„{0}”: jeszcze niedostępne."},
    {"cli.operand_missing", "Brakuje pliku albo nazwy, których dotyczy polecenie. Opis polecenia podaje opcja --help."},
    {"cli.operand_unexpected", "Niepotrzebny argument „{0}”. Opis polecenia podaje opcja --help."},
    {"cli.bad_descriptor", "Opcja „--password-fd” wymaga numeru deskryptora, a podano „{0}”."},
    {"cli.bad_time", "Opcja „--at” wymaga chwili, na przykład 2026-01-31T12:00:00Z, a podano „{0}”."},
    {"cli.bad_epoch", "Zmienna SOURCE_DATE_EPOCH musi być liczbą sekund, a ma wartość „{0}”."},
    {"cli.two_secrets", "Opcje „--password-file” i „--password-fd” wykluczają się; proszę podać jedną z nich."},
    {"cli.secret_missing", "Brakuje hasła; proszę podać opcję „--password-file” albo „--password-fd”."},
    {"cli.secret_unreadable", "Nie można odczytać hasła („{0}”)."},
    {"cli.secret_not_utf8", "Hasło nie jest zapisane w UTF-8."},
    {"cli.trust_unreadable", "Nie można odczytać folderu zaufanych certyfikatów „{0}”: {1}."},
    {"cli.trust_empty", "W folderze „{0}” nie ma certyfikatów (*.crt, *.cer, *.pem)."},
    {"cli.same_file", "Wynik nie może zastąpić pliku „{0}”, z którego korzysta polecenie; proszę podać inną nazwę."},
    {"cli.signed", "Zapisano „{0}”. Podpisujący: {1}."},
    {"cli.earlier_broken",
     "Wcześniejszy podpis w polu „{0}” jest nieprawidłowy albo dokument zmieniono po jego złożeniu; proszę sprawdzić "
     "plik poleceniem „akces verify”."},
    {"cli.stdout_failed", "Nie można zapisać wyniku na standardowym wyjściu."},
    {"cli.out_of_memory", "Zabrakło pamięci. Proszę zakończyć inne programy i spróbować ponownie."},
    {"cli.internal", "Nie udało się dokończyć z powodu błędu programu ({0})."},
    {"cli.meeting_valid", "Plik „{0}” jest poprawny. Liczba uczestników: {1}."},
    {"cli.meeting_imported", "Zapisano spotkanie {0}. Liczba uczestników: {1}."},
    {"cli.meeting_exported", "Zapisano „{0}”."},
    {"cli.meeting_unknown", "W folderze danych nie ma spotkania „{0}”."},
    {"cli.template_valid", "Wzór „{0}” jest poprawny."},
    {"cli.template_unknown", "Nie ma wzoru ani pliku „{0}”. Wzory z programu: {1}."},
    {"cli.replaced", "Zastąpiono „{0}”."},
    {"cli.written", "Zapisano „{0}”."},
    {"demo.foreign_folder",
     "„{0}” istnieje i nie powstał w pokazie, dlatego nie zostanie zastąpiony; proszę podać inny "
     "folder w opcji „--out”."},
    {"demo.marker", "Ten folder utworzył pokaz programu Akces i może go zastąpić."},
    {"demo.no_signatory", "Pole podpisu „{0}” nie ma podpisującego."},
    {"demo.common_name", "{0} (POKAZ)"},
    {"demo.pseudonym", "Osoba pokazowa {0}"},
    {"demo.meeting", "\nSpotkanie {0}"},
    {"demo.for_ink", "do podpisu na papierze"},
    {"demo.verified", "podpisy: {0}, wszystkie zweryfikowane (POKAZ)"},
    {"demo.not_verified", "podpisy: {0}, wynik: {1}"},
    {"demo.sums", "\nSprawozdanie"},
    {"demo.done", "\nWynik leży w folderze „{0}”: wydane i podpisane pliki PDF, sprawozdania, archiwum."},
    {"demo.failed", "Nie wszystkie podpisy zostały zweryfikowane."},
    {"cli.inside_data", "„{0}” leży w folderze danych; proszę zapisać wynik gdzie indziej."},
    {"cli.no_data", "Nie ma folderu danych „{0}”."},
    {"cli.signed_target",
     "„{0}” jest już podpisany albo nie da się tego wykluczyć, dlatego nie zostanie zastąpiony; proszę zapisać wynik "
     "gdzie indziej."},
    {"cli.no_office",
     "Nie podano danych urzędu (opcja „--office”), a z nich pochodzą pola leader, controller, author i inne."},
    {"cli.not_composed", "Nie utworzono „{0}”."},
    {"cli.made_count", "Liczba utworzonych plików: {0}."},
});

}  // namespace

std::span<const Word> cliWords() { return kWords; }

}  // namespace base::polish
