#pragma once

#include <string>
#include <string_view>

#include "server/workflow/draft_documents.h"

namespace workflow {

/// The clerk's word that signatures on the old document will not count for the new one.
enum class Confirmation { missing, given };

/// Makes `old` void with a reason, and issues in its place a document of the same name with a new identifier, made of
/// the wish's data. The signers' links and pinned certificates go over to who signs it in their place. Returns the new
/// one. Throws as Drafting::successor(), Error(data) without a reason, Error(conflict) by the state, by the version,
/// for a draft (which was never issued), etag.changed when somebody changed the meeting meanwhile, and
/// document.confirm_reissue when somebody has signed and that is not confirmed.
class Reissuing {
public:
    Reissuing(DocumentParts parts, Drafting& drafting, AccountStore& accounts)
        : parts_(std::move(parts)), drafting_(drafting), accounts_(accounts) {}

    domain::Signing reissue(const domain::Actor& actor, std::string_view documentId, const DraftWish& wish,
                            const std::string& reason, Confirmation confirmation, const ExpectedVersion& expected = {});

private:
    void moveLinks(const domain::Signing& before, const domain::Signing& next);

    DocumentParts parts_;
    Drafting& drafting_;
    AccountStore& accounts_;
};

}  // namespace workflow
