#pragma once

#include <string>
#include <string_view>

#include "server/workflow/documents.h"

namespace workflow {

enum class Consent { missing, given };

/// What the office key seals: what somebody signs here by typing their name, and the office's own acceptance. Intent is
/// recorded before each use of the key (design.md rule 6.5); a head that moved meanwhile is sealed anew.
class Sealing {
public:
    explicit Sealing(DocumentParts parts) : parts_(std::move(parts)) {}

    /// The signer types their name and consents; the office key seals it onto the head: grade attended. Throws
    /// Error(data) without name or consent, Error(conflict) by the states, Error(forbidden) signer.pinned where only
    /// one certificate is taken from the signer, Error(refused) where the signer's field cannot be signed, and
    /// Error(unavailable) seal.failed when the key failed: the document then is in sealing failed, the name and consent
    /// kept.
    domain::Signing signHere(const domain::Actor& actor, std::string_view signerId, std::string_view typedName,
                             Consent consent);

    /// The office accepts: its key signs the leader's field on the head, or on the counterpart with this upload's id.
    /// Throws as signHere(), but seal.not_made for a counterpart: the document stays as it is, and the clerk names that
    /// again. Throws Error(conflict) while nobody has signed, and etag.changed for another version than the expected
    /// one.
    domain::Signing accept(const domain::Actor& actor, std::string_view documentId, std::string_view counterpartId,
                           const ExpectedVersion& expected = {});

    /// Makes every seal that failed once more, the leader's on the head. Throws Error(conflict) unless the document is
    /// in sealing failed, and as above.
    domain::Signing retry(const domain::Actor& actor, std::string_view documentId,
                          const ExpectedVersion& expected = {});
    /// The signer may sign in another way. Throws Error(conflict) unless their seal failed.
    domain::Signing giveUp(const domain::Actor& actor, std::string_view signerId);

private:
    struct Wish;
    struct Base;
    domain::Signing seal(const domain::Actor& actor, const Wish& wish);
    domain::Signing attempt(const domain::Actor& actor, const Wish& wish);
    Base baseOf(const domain::Signing& signing, const Wish& wish);
    base::Bytes signedBytes(const domain::Actor& actor, const Wish& wish, const SignerPlace& at, const Base& onto);
    domain::Signing kept(const domain::Actor& actor, const Wish& wish, const SignerPlace& at, const Base& onto,
                         const base::Bytes& file);
    [[noreturn]] void failed(const domain::Actor& actor, const Wish& wish, const base::Error& why);

    DocumentParts parts_;
};

}  // namespace workflow
