#pragma once

#include <string>
#include <vector>

#include "server/domain/document.h"

/// The transitions of design.md section 3, as functions from value to value. Each throws Error(conflict) with the state
/// that forbids it (key "state.*"), so that no state is reached or left but by one of these names.
namespace domain {

/// A document with all its signers, which change together.
struct Signing {
    Document document{};
    std::vector<Signer> signers{};
    bool operator==(const Signing&) const = default;
};

/// draft → issued, with the hash of its bytes.
Signing issued(Signing signing, std::string sha256, base::Instant at);
/// issued → sent: the links were handed over or mailed.
Signing sent(Signing signing);
/// The signer's link was opened by a person: invited → opened. Nothing for one who is further on.
Signing opened(Signing signing, std::string_view signerId, base::Instant at);

/// What an accepted signature says of its signer.
struct Signed {
    Method method = Method::ownTool;
    Grade grade = Grade::complete;
    std::string name{};
    std::string headSha256{};  ///< empty for a counterpart and for paper: the head stays
};
/// invited or opened → signed; the document follows to partly signed, or to signed with the last of them.
Signing signedBy(Signing signing, std::string_view signerId, Signed how, base::Instant at);
/// invited or opened → declined. An individual declaration declines with its partner; a joint one stays open.
Signing declinedBy(Signing signing, std::string_view signerId, std::string reason, base::Instant at);
/// Trust arrived later: signed → verified, a grade that never sinks.
Signing verifiedBy(Signing signing, std::string_view signerId);

/// partly signed → signed, with the missing named as reason: the clerk closes a joint document.
Signing closed(Signing signing, std::string reason);
/// issued, sent or partly signed → expired, with all who have not signed.
Signing expired(Signing signing, base::Instant at);
/// Any but archived → voided.
Signing voided(Signing signing, std::string reason, std::string replacedBy);
/// The office's seal could not be made: signed or partly signed → sealing failed, and back by a retry.
Signing sealingFailed(Signing signing);
Signing sealingRetried(Signing signing);
/// signed, declined, expired or voided → archived.
Signing archived(Signing signing);

}  // namespace domain
