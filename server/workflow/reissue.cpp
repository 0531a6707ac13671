#include "server/workflow/reissue.h"

#include "server/workflow/document_actions.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Signing;

void expectReissuable(const Signing& signing, Confirmation confirmation) {
    if (signing.document.state == domain::DocumentState::draft) throw domain::forbids(signing.document.state);
    if (domain::isAnySigned(signing) && confirmation == Confirmation::missing)
        throw Error(ErrorCode::conflict, say("document.confirm_reissue"));
}

void movePins(const Signing& before, Signing& next) {
    for (domain::Signer& one : next.signers)
        for (const domain::Signer& old : before.signers)
            if (domain::inPlaceOf(old, before, next) == &one) one.pinnedCertificate = old.pinnedCertificate;
}

}  // namespace

void Reissuing::moveLinks(const Signing& before, const Signing& next) {
    for (const domain::Signer& old : before.signers)
        if (const domain::Signer* one = domain::inPlaceOf(old, before, next)) accounts_.moveLinks(old.id, one->id);
}

Signing Reissuing::reissue(const domain::Actor& actor, std::string_view documentId, const DraftWish& wish,
                           const std::string& reason, Confirmation confirmation, const ExpectedVersion& expected) {
    const std::string given = reasonGiven(reason);
    const Signing before = documentWith(parts_.rows, documentId);
    expectReissuable(before, confirmation);
    domain::voided(before, given, {});  // refused before anything is made
    DraftedFile made = drafting_.successor(before.document, wish);
    movePins(before, made.signing);
    keepFiles(parts_.files, made);
    const Signing next = domain::issued(std::move(made.signing), parts_.now());
    const ExpectedVersion seen = expected ? expected : ExpectedVersion(before.document.version);
    parts_.rows.transaction([&] {
        changeDocument(parts_, actor, documentId, seen, "document.reissue",
                       [&](Signing signing) { return domain::voided(std::move(signing), given, next.document.id); });
        keepMeeting(parts_.meetings, wish.meeting);
        parts_.rows.addSigning(next);
        moveLinks(before, next);
        parts_.audit.record(actor, {"document.issue", "document", next.document.id, next.document.headSha256});
    });
    return next;
}

}  // namespace workflow
