#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"state.document",
     "Tego nie można zrobić, ponieważ stan dokumentu to: {0} ({1}). Proszę odczytać dokument ponownie."},
    {"state.signer", "Tego nie można zrobić, ponieważ stan podpisu to: {0} ({1}). Proszę odczytać dokument ponownie."},
    {"state.upload", "O tym pliku już zdecydowano ({0}); proszę odczytać listę plików ponownie."},
    {"document_state.draft", "szkic"},
    {"document_state.issued", "wydany"},
    {"document_state.sent", "wysłany do podpisu"},
    {"document_state.partly_signed", "częściowo podpisany"},
    {"document_state.signed", "podpisany"},
    {"document_state.archived", "w archiwum"},
    {"document_state.declined", "odmowa podpisania"},
    {"document_state.expired", "po terminie"},
    {"document_state.voided", "anulowany"},
    {"document_state.sealing_failed", "błąd pieczętowania – próba zostanie powtórzona"},
    {"signer_state.invited", "oczekuje"},
    {"signer_state.opened", "dokument otwarty"},
    {"signer_state.signed", "podpis złożony"},
    {"signer_state.declined", "odmowa podpisania"},
    {"signer_state.expired", "po terminie"},
    {"state.no_signer", "Nie ma takiego podpisującego; proszę sprawdzić link albo poprosić urząd o nowy."},
    {"document.none", "Nie ma dokumentu o tym identyfikatorze; proszę wrócić do listy dokumentów."},
    {"document.none_of_meeting", "To spotkanie nie ma jeszcze dokumentów; proszę je najpierw wygenerować."},
    {"document.no_text",
     "Tekstu tego dokumentu nie zachowano, ponieważ powstał w starszej wersji programu; proszę otworzyć plik PDF."},
    {"document.exists", "Dokument {0} już istnieje; proszę spróbować ponownie za chwilę."},
    {"document.changed", "Dokument {0} zmienił ktoś inny; proszę otworzyć go ponownie i powtórzyć zmianę."},
    {"document.mismatch",
     "Odesłany plik nie jest dokumentem wydanym przez urząd z dodanym podpisem. Proszę pobrać dokument z otrzymanego "
     "linku, podpisać go bez drukowania i zapisywania na nowo i odesłać."},
    {"document.reason_wanted", "Proszę podać powód: od 1 do {0} znaków."},
    {"document.confirm_reissue",
     "Ktoś już podpisał ten dokument. Nowy trzeba będzie podpisać od początku; proszę potwierdzić, że tak ma być."},
    {"document.bad_fingerprint", "Skrót certyfikatu musi być skrótem SHA-256: 64 cyfry szesnastkowe bez odstępów."},
    {"document.no_leader", "Ten dokument nie ma pola podpisu lidera, więc urząd nie może przyjąć go podpisem."},
    {"document.nothing_to_accept",
     "Nikt jeszcze nie podpisał tego dokumentu; urząd przyjmuje go po podpisie partnera."},
    {"document.no_counterpart", "Ten dokument nie ma takiego egzemplarza; proszę wybrać jeden z listy egzemplarzy."},
    {"draft.faults",
     "Dokumentów nie utworzono, ponieważ dane zawierają błędy. Proszę je poprawić i spróbować ponownie."},
    {"draft.left_out", "Spotkanie ma już {0} z tych dokumentów; powstaną tylko brakujące."},
    {"draft.double", "Spotkanie ma już taki dokument ({0}); proszę go najpierw anulować albo wydać ponownie."},
    {"draft.no_successor",
     "Z obecnych danych i podanych szablonów nie powstaje dokument o tej nazwie; proszę sprawdzić dane spotkania i "
     "„templates”."},
    {"upload.none", "Nie ma takiego pliku; proszę wrócić do listy plików dokumentu."},
    {"upload.too_many",
     "Przesłano już {0} {0|plik|pliki|plików}, więcej ten link nie przyjmie; proszę skontaktować się z urzędem."},
    {"upload.other_name",
     "W podpisie widnieje „{0}”, a dokument przewiduje podpis: {1}. Plik zachowano; przyjęcie potwierdza urząd."},
    {"upload.unclear_changes",
     "Plik zawiera zmiany, których nie udało się jednoznacznie ocenić. Plik zachowano; przyjęcie potwierdza urząd."},
    {"upload.xades",
     "To podpis w osobnym pliku XML (XAdES). Zachowano go jako załącznik. Proszę podpisać sam plik PDF: w programie do "
     "podpisu proszę wybrać format PAdES i odesłać podpisany PDF."},
    {"upload.xml",
     "To plik XML bez podpisu. Zachowano go jako załącznik. Proszę odesłać podpisany plik PDF (format PAdES)."},
    {"upload.asic",
     "To kontener z podpisem (ASiC). Zachowano go jako załącznik. Proszę podpisać sam plik PDF: w programie do podpisu "
     "proszę wybrać format PAdES i odesłać podpisany PDF."},
    {"upload.zip", "To archiwum ZIP. Zachowano je jako załącznik. Proszę odesłać sam podpisany plik PDF."},
    {"upload.cms",
     "To podpis w osobnym pliku (CAdES). Zachowano go jako załącznik. Proszę podpisać sam plik PDF: w programie do "
     "podpisu proszę wybrać format PAdES i odesłać podpisany PDF."},
    {"upload.format", "Przyjmowane są pliki PDF, JPEG i PNG; proszę wybrać inny plik."},
    {"pdf.active_content",
     "Plik zawiera elementy, których dokument nie może mieć ({0}). Proszę podpisać plik pobrany z otrzymanego linku."},
    {"signature.missing",
     "W odesłanym pliku nie ma nowego podpisu elektronicznego. Obraz podpisu ani wydruk nie jest podpisem; proszę "
     "podpisać plik PDF i odesłać go ponownie."},
    {"signature.range",
     "Podpis nie obejmuje dokumentu tak, jak powinien, dlatego nie można go przyjąć. Proszę podpisać ponownie plik "
     "pobrany z otrzymanego linku, najlepiej innym programem."},
    {"signature.broken",
     "Podpis nie zgadza się z treścią pliku, dlatego nie można go przyjąć. Proszę podpisać ponownie plik pobrany z "
     "otrzymanego linku."},
    {"changed.after_signing",
     "Po podpisaniu zmieniono dokument w sposób niedozwolony. Proszę podpisać ponownie plik pobrany z otrzymanego "
     "linku."},
    {"weak.algorithm",
     "Podpis wykorzystuje algorytm albo klucz, który nie jest już uznawany za bezpieczny ({0}). Proszę podpisać "
     "ponownie, wybierając SHA-256 lub nowszy."},
    {"cms.malformed",
     "Zapis podpisu w pliku jest niepoprawny, dlatego nie można go przyjąć. Proszę podpisać ponownie, najlepiej innym "
     "programem."},
    {"cms.attributes",
     "W podpisie brakuje obowiązkowych danych o certyfikacie albo treści. Proszę podpisać ponownie w formacie PAdES."},
    {"certificate.expired",
     "Certyfikat podpisującego nie jest teraz ważny (termin: {0}). Proszę podpisać ważnym certyfikatem."},
    {"signer.mismatch",
     "Podpis złożono innym certyfikatem ({0}) niż wskazany przez urząd. Proszę podpisać właściwym albo skontaktować "
     "się "
     "z urzędem."},
    {"signer.pinned",
     "Urząd wskazał certyfikat, którym trzeba podpisać ten dokument. Proszę podpisać go we własnym programie albo "
     "skontaktować się z urzędem."},
    {"scan.signers_wanted", "Proszę wskazać, kto podpisał zeskanowany dokument."},
    {"seal.faults", "Podpisu nie złożono, ponieważ brakuje danych."},
    {"seal.name_wanted", "Proszę wpisać imię i nazwisko: od 1 do {0} znaków."},
    {"seal.consent_wanted", "Proszę zaznaczyć zgodę na podpisanie dokumentu."},
    {"seal.appearance", "{0} – podpis wpisany na miejscu, opatrzony pieczęcią urzędu"},
    {"seal.failed",
     "Klucz urzędu nie odpowiedział, więc podpisu jeszcze nie złożono. Podane dane zachowano; urząd ponowi próbę."},
    {"seal.not_made",
     "Klucz urzędu nie odpowiedział, więc egzemplarza jeszcze nie przyjęto. Proszę spróbować ponownie za chwilę."},
    {"store.unknown_name", "Baza danych zawiera nieznane określenie „{0}”."},
});

}  // namespace

std::span<const Word> documentsWords() { return kWords; }

}  // namespace base::polish
