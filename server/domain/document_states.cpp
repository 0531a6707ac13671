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
using State = DocumentState;

bool isOneOf(State state, std::initializer_list<State> allowed) {
    return std::find(allowed.begin(), allowed.end(), state) != allowed.end();
}

void expect(const Document& document, std::initializer_list<State> allowed) {
    if (!isOneOf(document.state, allowed)) throw forbids(document.state);
}

void expectOpen(const Document& document) {
    if (!takesSignatures(document.state)) throw forbids(document.state);
}

Signer& signerIn(Signing& signing, std::string_view id) {
    return const_cast<Signer&>(signerOf(signing, id));  // of a value that is not const
}

Signer& openSigner(Signing& signing, std::string_view id) {
    expectOpen(signing, id);
    return signerIn(signing, id);
}

Signing changed(Signing signing, State state) {
    signing.document.state = state;
    ++signing.document.version;
    return signing;
}

bool any(const Signing& signing, bool (*is)(const Signer&)) {
    return std::any_of(signing.signers.begin(), signing.signers.end(), is);
}

bool hasSigned(const Signer& one) { return one.state == SignerState::complete; }
bool waitsForSeal(const Signer& one) { return isOpen(one) && one.method.has_value(); }

bool isSamePerson(const Signer& one, const Signer& other) {
    return one.party == other.party && one.expectedName == other.expectedName;
}

template <class Is>
const Signer* firstOf(const Signing& signing, const Is& is) {
    const auto found = std::find_if(signing.signers.begin(), signing.signers.end(), is);
    return found == signing.signers.end() ? nullptr : &*found;
}

/// What an open document is by its signers.
State stateOf(const Signing& signing) {
    if (any(signing, waitsForSeal)) return State::sealingFailed;
    if (missing(signing).empty()) return State::complete;
    if (any(signing, hasSigned)) return State::partlySigned;
    return signing.document.state == State::sealingFailed ? State::sent : signing.document.state;
}

void endOpen(Signing& signing, base::Instant at) {
    for (Signer& one : signing.signers) {
        if (!isOpen(one)) continue;
        one.state = SignerState::expired;
        one.method.reset();
        one.endedAt = at;
    }
}

}  // namespace

const Signer& signerOf(const Signing& signing, std::string_view id) {
    const Signer* found = firstOf(signing, [&](const Signer& one) { return one.id == id; });
    if (found == nullptr) throw Error(ErrorCode::notFound, say("state.no_signer"));
    return *found;
}

const Signer* leaderOf(const Signing& signing) {
    return firstOf(signing, [](const Signer& one) { return one.field == kLeaderField; });
}

const Signer* inPlaceOf(const Signer& old, const Signing& before, const Signing& next) {
    const auto isInField = [&](const Signer& one) { return one.field == old.field; };
    const Signer* inField = firstOf(next, isInField);
    if (old.field == kLeaderField || (inField != nullptr && isSamePerson(*inField, old))) return inField;
    const auto isMoved = [&](const Signer& one) { return one.field != kLeaderField && isSamePerson(one, old); };
    if (const Signer* moved = firstOf(next, isMoved)) return moved;
    const auto isTheirs = [&](const Signer& one) { return !isInField(one) && isSamePerson(one, *inField); };
    return inField != nullptr && firstOf(before, isTheirs) != nullptr ? nullptr : inField;
}

bool isAnySigned(const Signing& signing) { return any(signing, hasSigned); }

std::vector<const Signer*> missing(const Signing& signing) {
    std::vector<const Signer*> all;
    for (const Signer& one : signing.signers)
        if (!hasSigned(one)) all.push_back(&one);
    return all;
}

bool isToAccept(const Signing& signing) {
    const Signer* leader = leaderOf(signing);
    if (leader == nullptr || !isOpen(*leader) || !takesSignatures(signing.document.state)) return false;
    return signing.signers.size() > 1 && missing(signing).size() == 1;
}

void expectOpen(const Signing& signing, std::string_view signerId) {
    const Signer& signer = signerOf(signing, signerId);
    expectOpen(signing.document);
    if (!isOpen(signer)) throw forbids(signer.state);
}

void expectAlive(const Signing& signing) {
    expect(signing.document, {State::issued, State::sent, State::partlySigned, State::complete, State::sealingFailed});
}

Signing issued(Signing signing, base::Instant at) {
    expect(signing.document, {State::draft});
    signing.document.issuedAt = at;
    signing.document.issuedSha256 = signing.document.headSha256;
    return changed(std::move(signing), State::issued);
}

Signing sent(Signing signing) {
    expect(signing.document, {State::issued});
    return changed(std::move(signing), State::sent);
}

Signing opened(Signing signing, std::string_view signerId, base::Instant at) {
    Signer& signer = signerIn(signing, signerId);
    expectOpen(signing.document);
    if (signer.state != SignerState::invited) return signing;
    signer.state = SignerState::opened;
    signer.openedAt = at;
    const State state = signing.document.state;
    return changed(std::move(signing), state);
}

Signing noticeRead(Signing signing, std::string_view signerId, base::Instant at) {
    Signer& signer = signerIn(signing, signerId);
    if (signer.noticeAt || !isOpen(signer)) return signing;
    expectOpen(signing.document);
    signer.noticeAt = at;
    const State state = signing.document.state;
    return changed(std::move(signing), state);
}

Signing signedBy(Signing signing, std::string_view signerId, Signed how, base::Instant at) {
    Signer& signer = openSigner(signing, signerId);
    signer.state = SignerState::complete;
    signer.method = how.method;
    signer.grade = std::max(signer.grade, how.grade);
    signer.signedName = std::move(how.name);
    signer.endedAt = at;
    if (!how.headSha256.empty()) signing.document.headSha256 = std::move(how.headSha256);
    const State state = stateOf(signing);
    return changed(std::move(signing), state);
}

Signing declinedBy(Signing signing, std::string_view signerId, std::string reason, base::Instant at) {
    Signer& signer = openSigner(signing, signerId);
    signer.state = SignerState::declined;
    signer.method.reset();
    signer.signedName.clear();
    signer.declineReason = std::move(reason);
    signer.endedAt = at;
    const bool isIndividual = signing.document.kind != DocumentKind::jointDeclaration;
    const State state = isIndividual ? State::declined : stateOf(signing);
    return changed(std::move(signing), state);
}

Signing verifiedBy(Signing signing, std::string_view signerId) {
    Signer& signer = signerIn(signing, signerId);
    if (signing.document.state == State::draft) throw forbids(signing.document.state);
    if (signer.grade == Grade::verified) return signing;
    if (!hasSigned(signer) || signer.grade != Grade::complete) throw forbids(signer.state);
    signer.grade = Grade::verified;
    const State state = signing.document.state;
    return changed(std::move(signing), state);
}

Signing closed(Signing signing, std::string reason, base::Instant at) {
    expect(signing.document, {State::partlySigned});
    if (signing.document.kind != DocumentKind::jointDeclaration || !isAnySigned(signing))
        throw forbids(signing.document.state);
    endOpen(signing, at);
    signing.document.reason = std::move(reason);
    return changed(std::move(signing), State::complete);
}

Signing expired(Signing signing, base::Instant at) {
    expectOpen(signing.document);
    endOpen(signing, at);
    return changed(std::move(signing), State::expired);
}

Signing voided(Signing signing, std::string reason, std::string replacedBy) {
    if (isOneOf(signing.document.state, {State::archived, State::voided})) throw forbids(signing.document.state);
    signing.document.reason = std::move(reason);
    signing.document.replacedBy = std::move(replacedBy);
    return changed(std::move(signing), State::voided);
}

Signing pinned(Signing signing, std::string_view signerId, std::string certificateSha256) {
    Signer& signer = signerIn(signing, signerId);
    if (signing.document.state != State::draft) expectOpen(signing, signerId);
    signer.pinnedCertificate = std::move(certificateSha256);
    const State state = signing.document.state;
    return changed(std::move(signing), state);
}

Signing sealingFailed(Signing signing, std::string_view signerId, Method method, std::string name) {
    Signer& signer = openSigner(signing, signerId);
    signer.method = method;
    signer.signedName = std::move(name);
    return changed(std::move(signing), State::sealingFailed);
}

Signing sealingGivenUp(Signing signing, std::string_view signerId) {
    Signer& signer = signerIn(signing, signerId);
    expect(signing.document, {State::sealingFailed});
    if (!waitsForSeal(signer)) throw forbids(signer.state);
    signer.method.reset();
    signer.signedName.clear();
    const State state = stateOf(signing);
    return changed(std::move(signing), state);
}

Signing archived(Signing signing) {
    const bool isUnsigned = signing.signers.empty() && isOneOf(signing.document.state, {State::issued, State::sent});
    if (!isUnsigned) expect(signing.document, {State::complete, State::declined, State::expired, State::voided});
    return changed(std::move(signing), State::archived);
}

}  // namespace domain
