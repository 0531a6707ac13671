#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"public.url",
     "For now links lead to this computer only, so the document cannot be marked as sent. The administrator gives the "
     "service’s address in the setting public_url."},
    {"link.this_machine",
     "The link can be reached from this computer only, until the administrator names the service’s address (setting "
     "“public_url”)."},
    {"upload.no_signers", "Signers are named only with the scan of a paper document."},
    {"receipt.trusted", "Signature taken: the signed content is intact and the certificate is trusted."},
    {"receipt.trust_unknown",
     "Signature taken: the signed content is intact. Trust in the certificate is not established; it will be checked "
     "again when there are data about trust."},
    {"receipt.demonstration", "Signature on a demonstration document taken: the signed content is intact."},
    {"receipt.waiting", "The file was kept. It awaits the office’s confirmation."},
    {"receipt.refused", "The file was not taken. It is kept in quarantine."},
    {"receipt.scan", "The scan was confirmed."},
    {"receipt.attachment", "The file was not taken as a signature. It is kept as an attachment."},
    {"way.own_tool",
     "Own program: please download the PDF file, sign it with a qualified, trusted or personal signature (PAdES) and "
     "send it back. Such a signature is checked at once."},
    {"way.here",
     "Signing here: please type the name and tick the consent; the office seals the file. This confirms participation "
     "and is not a qualified signature."},
    {"way.paper",
     "On paper: please print the document, sign it and hand it in at the office, which adds the scan. This is "
     "confirmed by the scan."},
    {"way.refusal", "Declining: please give the reason; the office will see it with the document."},
});

}  // namespace

std::span<const Word> documentsHttpWords() { return kWords; }

}  // namespace base::english
