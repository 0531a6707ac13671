#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "server/workflow/audit.h"
#include "server/workflow/document_ports.h"

/// What the use cases of documents are built of, and what they share. Each is one transaction with its audit event;
/// what it keeps in files is there before its rows are. Where a signer is named, a reissued document's signer stands
/// for the one that it replaced: old links lead to the new document.
namespace workflow {

/// The certificates that are trusted just now, DER or PEM.
using Anchors = std::function<std::vector<base::Bytes>()>;

struct DocumentParts {
    DocumentStore& rows;
    Store& meetings;
    Archive& files;
    Audit& audit;
    PdfReader& reader;
    OfficeKey& key;
    Anchors anchors{};
    Clock now{};
};

/// What If-Match says; nothing: whatever there is.
using ExpectedVersion = std::optional<std::int64_t>;

/// A signer in their document.
struct SignerPlace {
    domain::Signing signing{};
    std::string signerId{};
    const domain::Signer& signer() const { return domain::signerOf(signing, signerId); }
};

/// Throws Error(notFound).
domain::Signing documentWith(DocumentStore& rows, std::string_view id);
/// Calls `take` with each of the meeting's documents by id, or with those in `state`, read by 200.
void eachSigning(DocumentStore& rows, std::string_view meetingId, std::optional<domain::DocumentState> state,
                 const std::function<void(domain::Signing)>& take);
/// Follows reissues. Throws Error(notFound).
SignerPlace placeOfSigner(DocumentStore& rows, std::string_view signerId);

/// Throws Error(conflict) upload.too_many where as much has come for the signer as may come by a link, and `actor`
/// comes by one. `uploads`: the document's.
void expectRoom(const std::vector<domain::Upload>& uploads, const domain::Actor& actor, std::string_view signerId);

/// Until when the signer may fetch the signed copy: `days` from their signature on. Nothing where they have not signed.
/// Reissues are not followed: they move a signer's links to the signer of the new document.
std::optional<base::Instant> copyUntil(DocumentStore& rows, std::string_view signerId, std::chrono::days days);

/// How a document changes in one step.
using Transition = std::function<domain::Signing(domain::Signing)>;

/// Saves what `transition` makes of the document, with the audit event, in one transaction. Throws as the transition
/// does, and Error(conflict) when somebody changed the document since `expected`.
domain::Signing changeDocument(const DocumentParts& parts, const domain::Actor& actor, std::string_view id,
                               const ExpectedVersion& expected, const std::string& action,
                               const Transition& transition);

/// The sentence of saveSigning's Error(conflict).
inline constexpr std::string_view kDocumentChanged = "document.changed";

/// Runs `attempt` again as long as it finds the document changed under its hands.
template <class Attempt>
auto untilUndisturbed(const Attempt& attempt) {
    for (;;) {
        try {
            return attempt();
        } catch (const base::Error& error) {
            if (error.message().key != kDocumentChanged) throw;
        }
    }
}

}  // namespace workflow
