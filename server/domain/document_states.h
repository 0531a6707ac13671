#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/document.h"

/// The transitions of design.md section 3, as functions from value to value. Each throws Error(conflict) with the state
/// that forbids it (keys "state.document" and "state.signer"), so that no state is reached or left but by one of these
/// names, and Error(notFound) for a signer that the document has not.
namespace domain {

/// A document with all its signers, which change together.
struct Signing {
    Document document{};
    std::vector<Signer> signers{};
    bool operator==(const Signing&) const = default;
};

/// Throws Error(notFound).
const Signer& signerOf(const Signing& signing, std::string_view id);
/// The one of the leader's field, where the document has that.
const Signer* leaderOf(const Signing& signing);
/// Who signs `next` in the place of `old`, who is one of `before`'s signers: the same person of the same party, in
/// whatever field they stand now; else who stands in the same field, unless that one had a field of their own in
/// `before` (the list of participants was renumbered). Nothing where nobody does.
const Signer* inPlaceOf(const Signer& old, const Signing& before, const Signing& next);
/// Whether somebody has signed, so that a reissue must be confirmed.
bool isAnySigned(const Signing& signing);
/// Those who have not signed, in the document's order.
std::vector<const Signer*> missing(const Signing& signing);
/// Whether nothing but the office's acceptance is missing: its own field is open, and every other is signed.
bool isToAccept(const Signing& signing);
/// Throws Error(conflict) unless signatures can be added to the document and this signer is still open.
void expectOpen(const Signing& signing, std::string_view signerId);

/// Throws Error(conflict) unless files can be put beside the document: it is issued, and has not ended.
void expectAlive(const Signing& signing);

/// draft → issued: the bytes that the draft has are final.
Signing issued(Signing signing, base::Instant at);
/// issued → sent: the links were handed over or mailed.
Signing sent(Signing signing);
/// A person opened the signer's link: invited → opened. Nothing for one who is further on.
Signing opened(Signing signing, std::string_view signerId, base::Instant at);
/// The signer says to have read the data-protection notice. Nothing for one who has said so, nor for one who is done.
Signing noticeRead(Signing signing, std::string_view signerId, base::Instant at);

/// What an accepted signature says of its signer.
struct Signed {
    Method method = Method::ownTool;
    Grade grade = Grade::complete;
    std::string name{};
    std::string headSha256{};  ///< empty for a counterpart and for paper: the head stays
};
/// invited or opened → signed. The document follows: signed with the last of them; sealing failed while somebody else's
/// seal is still missing; else partly signed.
Signing signedBy(Signing signing, std::string_view signerId, Signed how, base::Instant at);
/// invited or opened → declined. An individual declaration declines with its partner; a joint one stays open.
Signing declinedBy(Signing signing, std::string_view signerId, std::string reason, base::Instant at);
/// Trust arrived later: grade signed → verified, which never sinks. Nothing for one who is verified.
Signing verifiedBy(Signing signing, std::string_view signerId);

/// partly signed → signed: the clerk closes a joint document; those who have not signed are missing() from now on.
Signing closed(Signing signing, std::string reason, base::Instant at);
/// issued, sent, partly signed or sealing failed → expired, with all who have not signed.
Signing expired(Signing signing, base::Instant at);
/// Any but archived and voided → voided. `replacedBy` is the new document's id, where there is one.
Signing voided(Signing signing, std::string reason, std::string replacedBy);

/// From now on only a signature by the certificate with this SHA-256 (lower-case hexadecimal; empty: any) is taken from
/// the signer, who must be open. For a draft and wherever signatures can be added.
Signing pinned(Signing signing, std::string_view signerId, std::string certificateSha256);

/// The office's seal, by this method and under this name, could not be made for this signer: issued, sent, partly
/// signed or sealing failed → sealing failed. signedBy() leaves it when the retry succeeded.
Signing sealingFailed(Signing signing, std::string_view signerId, Method method, std::string name);
/// sealing failed → partly signed, or sent where nobody has signed: the signer may sign in another way.
Signing sealingGivenUp(Signing signing, std::string_view signerId);

/// signed, declined, expired or voided → archived; issued and sent too, where nobody is to sign.
Signing archived(Signing signing);

}  // namespace domain
