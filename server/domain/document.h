#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "server/domain/record.h"

/// Documents on their way from draft to archive, and the people who sign them (design.md section 3). Values; the rules
/// between them are the functions of document_states.h.
namespace domain {

enum class DocumentState {
    draft,
    issued,  ///< its bytes are final
    sent,
    partlySigned,
    complete,  ///< "signed": every signer has signed
    archived,
    declined,
    expired,
    voided,
    sealingFailed,
};

enum class SignerState { invited, opened, complete, declined, expired };

enum class Method { ownTool, here, paper };

/// How far an accession is proven, the weakest first.
enum class Grade { claimed, attended, scanned, complete, verified };

/// One who is to sign a document. The field is the one made for it; a signature may stand in another.
struct Signer {
    std::string id{};
    std::string documentId{};
    std::string field{};                  ///< "Partner-3", "Lider"
    std::optional<std::int64_t> order{};  ///< the participant's; none for the leader
    std::string expectedName{};           ///< as the document names it; may be empty
    SignerState state = SignerState::invited;
    std::optional<Method> method{};
    Grade grade = Grade::claimed;
    std::string signedName{};     ///< from the certificate, or typed
    std::string declineReason{};  ///< where it declined
    std::optional<base::Instant> openedAt{};
    std::optional<base::Instant> endedAt{};  ///< signed, declined or expired
    bool operator==(const Signer&) const = default;
};

struct Document {
    std::string id{};         ///< base32, printed in its footer
    std::string meetingId{};  ///< empty: a late joiner's
    DocumentKind kind = DocumentKind::other;
    std::string fileName{};
    DocumentState state = DocumentState::draft;
    std::optional<base::Instant> issuedAt{};
    std::string issuedSha256{};  ///< of the bytes as issued
    std::string headSha256{};    ///< of the newest revision
    std::string reason{};        ///< why it was voided, or closed with some missing
    std::string replacedBy{};    ///< the id that a reissue gave
    bool demonstration = false;
    std::int64_t version = 1;  ///< counts changes, for If-Match
    bool operator==(const Document&) const = default;
};

std::string_view name(DocumentState state);  ///< "draft", "partly-signed" …, for JSON and SQLite
std::string_view name(SignerState state);
std::string_view name(Method method);
std::string_view name(Grade grade);

}  // namespace domain
