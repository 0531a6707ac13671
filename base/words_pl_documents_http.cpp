#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"public.url",
     "Linki prowadzą na razie tylko do tego komputera, więc dokumentu nie można oznaczyć jako wysłanego. Administrator "
     "podaje adres usługi w ustawieniu public_url."},
    {"link.this_machine",
     "Link osiągalny tylko z tego komputera, dopóki administrator nie poda adresu serwisu (ustawienie „public_url”)."},
    {"upload.no_signers", "Podpisujących wskazuje się tylko przy skanie dokumentu papierowego."},
    {"receipt.trusted", "Podpis przyjęto: podpisana treść jest nienaruszona, a certyfikat zaufany."},
    {"receipt.trust_unknown",
     "Podpis przyjęto: podpisana treść jest nienaruszona. Zaufanie do certyfikatu jest nieustalone; sprawdzimy je "
     "ponownie, gdy będą dane o zaufaniu."},
    {"receipt.demonstration", "Podpis na dokumencie pokazowym przyjęto: podpisana treść jest nienaruszona."},
    {"receipt.waiting", "Plik zachowano. Czeka na potwierdzenie przez urząd."},
    {"receipt.refused", "Pliku nie przyjęto. Zachowano go w kwarantannie."},
    {"receipt.scan", "Skan potwierdzono."},
    {"receipt.attachment", "Pliku nie przyjęto jako podpisu. Zachowano go jako załącznik."},
    {"way.own_tool",
     "Podpis we własnym programie: proszę pobrać plik PDF, podpisać go podpisem kwalifikowanym, zaufanym albo "
     "osobistym "
     "(PAdES) i odesłać. Taki podpis sprawdzamy od razu."},
    {"way.here",
     "Podpis na miejscu: proszę wpisać imię i nazwisko i zaznaczyć zgodę; plik zostanie opatrzony pieczęcią urzędu. To "
     "potwierdzenie udziału, a nie podpis kwalifikowany."},
    {"way.paper",
     "Podpis na papierze: proszę wydrukować dokument, podpisać go i oddać w urzędzie, który dołączy skan. To "
     "potwierdzenie skanem."},
    {"way.refusal", "Odmowa: proszę podać powód; urząd zobaczy go przy dokumencie."},
});

}  // namespace

std::span<const Word> documentsHttpWords() { return kWords; }

}  // namespace base::polish
