#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "base/error.h"
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
    sealingFailed,  ///< somebody signed here, and the office key did not seal it: to be tried again
};
inline constexpr DocumentState kDocumentStates[] = {
    DocumentState::draft,    DocumentState::issued,       DocumentState::sent,     DocumentState::partlySigned,
    DocumentState::complete, DocumentState::archived,     DocumentState::declined, DocumentState::expired,
    DocumentState::voided,   DocumentState::sealingFailed};

enum class SignerState { invited, opened, complete, declined, expired };
inline constexpr SignerState kSignerStates[] = {SignerState::invited, SignerState::opened, SignerState::complete,
                                                SignerState::declined, SignerState::expired};

enum class Method { ownTool, here, paper, officeSeal };
inline constexpr Method kMethods[] = {Method::ownTool, Method::here, Method::paper, Method::officeSeal};

/// How far an accession is proven, the weakest first.
enum class Grade { claimed, attended, scanned, complete, verified };
inline constexpr Grade kGrades[] = {Grade::claimed, Grade::attended, Grade::scanned, Grade::complete, Grade::verified};

/// One who is to sign a document. The field is the one made for it; a signature may stand in another.
struct Signer {
    std::string id{};
    std::string documentId{};
    std::string field{};                  ///< "Partner-3", "Lider"
    std::optional<std::int64_t> order{};  ///< the participant's; none for the leader
    std::string party{};                  ///< institution, else function, as the document has it
    std::string expectedName{};           ///< first and last name as the document has them; may be empty
    std::string pinnedCertificate{};      ///< SHA-256 of the only certificate that the office takes; mostly empty
    SignerState state = SignerState::invited;
    std::optional<Method> method{};  ///< while still open: a seal was asked for, and is not made yet
    Grade grade = Grade::claimed;
    std::string signedName{};     ///< from the certificate, or typed
    std::string declineReason{};  ///< where it declined
    std::optional<base::Instant> openedAt{};
    std::optional<base::Instant> endedAt{};   ///< signed, declined or expired
    std::optional<base::Instant> noticeAt{};  ///< said to have read the data-protection notice
    bool operator==(const Signer&) const = default;
};

struct Document {
    std::string id{};         ///< base32, printed in its footer
    std::string meetingId{};  ///< a late joiner's: of data with a team and one participant, without an event
    DocumentKind kind = DocumentKind::other;
    std::string fileName{};
    DocumentState state = DocumentState::draft;
    base::Instant draftedAt{};  ///< the time that its bytes name
    std::optional<base::Instant> issuedAt{};
    std::string issuedSha256{};  ///< of the bytes as issued; empty for a draft
    std::string headSha256{};    ///< of the newest revision; of a draft's bytes, which are what will be issued
    std::string textSha256{};    ///< of its text as HTML (templates/html.h); empty for one of an older program
    std::string reason{};        ///< why it was voided, or closed with some missing
    std::string replacedBy{};    ///< the id that a reissue gave
    bool demonstration = false;
    std::int64_t version = 1;  ///< counts changes, for If-Match
    bool operator==(const Document&) const = default;
};

/// In the reader's words: "częściowo podpisany".
base::Message words(DocumentState state);
base::Message words(SignerState state);
/// Error(conflict) with the state that forbids something: in words, and as name() has it, the last value.
base::Error forbids(DocumentState state);
base::Error forbids(SignerState state);

std::string_view name(DocumentState state);  ///< "draft", "partly-signed", "signed" …, for JSON and SQLite
std::string_view name(SignerState state);
std::string_view name(Method method);
std::string_view name(Grade grade);
std::optional<DocumentState> documentState(std::string_view name);
std::optional<SignerState> signerState(std::string_view name);
std::optional<Method> method(std::string_view name);
std::optional<Grade> grade(std::string_view name);

/// Whether somebody may sign a document in this state.
bool takesSignatures(DocumentState state);
/// Whether this one may still sign or decline.
bool isOpen(const Signer& signer);
/// Whether the name of a certificate can be the expected one's: each of its words is there, in any case and order. No
/// expected name: any.
bool isExpectedName(std::string_view expected, std::string_view found);
/// "deklaracja-03.pdf", 2 → "deklaracja-03-egzemplarz-2.pdf"
std::string counterpartName(const std::string& fileName, std::size_t number);
/// What a document is by its fields' names and its title.
DocumentKind kindOf(const std::vector<std::string>& fields, std::string_view title);

}  // namespace domain
