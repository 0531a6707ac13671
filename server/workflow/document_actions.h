#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/documents.h"

namespace workflow {

/// What came of issuing a meeting's drafts.
struct IssuedDrafts {
    struct Failure {
        std::string documentId{};
        base::Message why{};
    };
    std::vector<domain::Signing> issued{};
    std::vector<Failure> failed{};
};

/// The steps of a document that are one transition each, as domain/document_states.h has them. Each throws as its
/// transition does, Error(notFound), and Error(conflict) for another version than the expected one.
class DocumentActions {
public:
    explicit DocumentActions(DocumentParts parts) : parts_(std::move(parts)) {}

    /// The draft's bytes are what is issued.
    domain::Signing issue(const domain::Actor& actor, std::string_view id, const ExpectedVersion& expected = {});
    /// Every draft of the meeting, each in a transaction of its own. One that somebody changed meanwhile holds up none
    /// of the others. Throws Error(cannotWrite) and the like, what is issued stays so.
    IssuedDrafts issueDrafts(const domain::Actor& actor, std::string_view meetingId);
    /// The links were handed over.
    domain::Signing send(const domain::Actor& actor, std::string_view id, const ExpectedVersion& expected = {});
    domain::Signing expire(const domain::Actor& actor, std::string_view id, const ExpectedVersion& expected = {});
    /// Throws Error(data) without a reason, as all with a reason do.
    domain::Signing makeVoid(const domain::Actor& actor, std::string_view id, const std::string& reason,
                             const ExpectedVersion& expected = {});
    /// A joint document is taken as signed without those who have not.
    domain::Signing close(const domain::Actor& actor, std::string_view id, const std::string& reason,
                          const ExpectedVersion& expected = {});

    /// A person looks at the document that the signer's link leads to.
    domain::Signing open(const domain::Actor& actor, std::string_view signerId);
    /// The signer says to have read the data-protection notice.
    domain::Signing readNotice(const domain::Actor& actor, std::string_view signerId);
    domain::Signing decline(const domain::Actor& actor, std::string_view signerId, const std::string& reason);

    /// The office takes only this certificate from the signer: the SHA-256 of its DER in hexadecimal, of either case;
    /// empty: any again. Throws Error(data) for anything else.
    domain::Signing pin(const domain::Actor& actor, std::string_view signerId, std::string_view certificateSha256);

private:
    DocumentParts parts_;
};

inline constexpr std::size_t kLongestReason = 2000;  ///< characters

/// Without white space around it. Throws Error(data) when nothing is left, or more than kLongestReason.
std::string reasonGiven(std::string_view text);

}  // namespace workflow
