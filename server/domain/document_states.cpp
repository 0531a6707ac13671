#include "server/domain/document_states.h"

#include <algorithm>
#include <initializer_list>

#include "base/error.h"
#include "server/domain/signature_field.h"

namespace domain {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using enum DocumentState;

void expect(const Document& document, std::initializer_list<DocumentState> allowed) {
    if (std::find(allowed.begin(), allowed.end(), document.state) == allowed.end())
        throw Error(ErrorCode::conflict, say("state.document", {std::string(name(document.state))}));
}

bool isOpen(const Signer& signer) { return signer.state == SignerState::invited || signer.state == SignerState::opened; }

Signer& signerOf(Signing& signing, std::string_view id) {
    const auto found =
        std::find_if(signing.signers.begin(), signing.signers.end(), [&](const Signer& one) { return one.id == id; });
    if (found == signing.signers.end()) throw Error(ErrorCode::notFound, say("state.no_signer"));
    return *found;
}

Signer& openSigner(Signing& signing, std::string_view id) {
    expect(signing.document, {issued, sent, partlySigned});
    Signer& signer = signerOf(signing, id);
    if (!isOpen(signer)) throw Error(ErrorCode::conflict, say("state.signer", {std::string(name(signer.state))}));
    return signer;
}

Signing changed(Signing signing, DocumentState state) {
    signing.document.state = state;
    ++signing.document.version;
    return signing;
}

/// Signed with the last signature, else partly signed.
DocumentState afterSignature(const Signing& signing) {
    const bool all = std::all_of(signing.signers.begin(), signing.signers.end(),
                                 [](const Signer& one) { return one.state == SignerState::complete; });
    return all ? complete : partlySigned;
}

/// The signers who have not signed end as `state`.
void endOpen(Signing& signing, SignerState state, base::Instant at) {
    for (Signer& one : signing.signers)
        if (isOpen(one)) one.state = state, one.endedAt = at;
}

}  // namespace

Signing issued(Signing signing, std::string sha256, base::Instant at) {
    expect(signing.document, {draft});
    signing.document.issuedAt = at;
    signing.document.issuedSha256 = sha256;
    signing.document.headSha256 = std::move(sha256);
    return changed(std::move(signing), DocumentState::issued);
}

Signing sent(Signing signing) {
    expect(signing.document, {DocumentState::issued});
    return changed(std::move(signing), DocumentState::sent);
}

Signing opened(Signing signing, std::string_view signerId, base::Instant at) {
    Signer& signer = signerOf(signing, signerId);
    if (signer.state != SignerState::invited) return signing;
    signer.state = SignerState::opened;
    signer.openedAt = at;
    return changed(std::move(signing), signing.document.state);
}

Signing signedBy(Signing signing, std::string_view signerId, Signed how, base::Instant at) {
    Signer& signer = openSigner(signing, signerId);
    signer.state = SignerState::complete;
    signer.method = how.method;
    signer.grade = std::max(signer.grade, how.grade);
    signer.signedName = std::move(how.name);
    signer.endedAt = at;
    if (!how.headSha256.empty()) signing.document.headSha256 = std::move(how.headSha256);
    const DocumentState state = afterSignature(signing);
    return changed(std::move(signing), state);
}

Signing declinedBy(Signing signing, std::string_view signerId, std::string reason, base::Instant at) {
    Signer& signer = openSigner(signing, signerId);
    signer.state = SignerState::declined;
    signer.declineReason = std::move(reason);
    signer.endedAt = at;
    const bool isIndividual = signing.document.kind != DocumentKind::jointDeclaration;
    const DocumentState state = isIndividual ? DocumentState::declined : signing.document.state;
    return changed(std::move(signing), state);
}

Signing verifiedBy(Signing signing, std::string_view signerId) {
    Signer& signer = signerOf(signing, signerId);
    if (signer.grade != Grade::complete) return signing;
    signer.grade = Grade::verified;
    return changed(std::move(signing), signing.document.state);
}

Signing closed(Signing signing, std::string reason) {
    expect(signing.document, {partlySigned});
    signing.document.reason = std::move(reason);
    return changed(std::move(signing), complete);
}

Signing expired(Signing signing, base::Instant at) {
    expect(signing.document, {DocumentState::issued, DocumentState::sent, partlySigned});
    endOpen(signing, SignerState::expired, at);
    return changed(std::move(signing), DocumentState::expired);
}

Signing voided(Signing signing, std::string reason, std::string replacedBy) {
    expect(signing.document, {draft, DocumentState::issued, DocumentState::sent, partlySigned, complete,
                              DocumentState::declined, DocumentState::expired, DocumentState::sealingFailed});
    signing.document.reason = std::move(reason);
    signing.document.replacedBy = std::move(replacedBy);
    return changed(std::move(signing), DocumentState::voided);
}

Signing sealingFailed(Signing signing) {
    expect(signing.document, {DocumentState::issued, DocumentState::sent, partlySigned});
    return changed(std::move(signing), DocumentState::sealingFailed);
}

Signing sealingRetried(Signing signing) {
    expect(signing.document, {DocumentState::sealingFailed});
    const bool any = std::any_of(signing.signers.begin(), signing.signers.end(),
                                 [](const Signer& one) { return one.state == SignerState::complete; });
    return changed(std::move(signing), any ? partlySigned : DocumentState::issued);
}

Signing archived(Signing signing) {
    expect(signing.document, {complete, DocumentState::declined, DocumentState::expired, DocumentState::voided});
    return changed(std::move(signing), DocumentState::archived);
}

}  // namespace domain
