#include "server/workflow/seal.h"

#include "base/utf8.h"
#include "server/workflow/plain_text.h"
#include "server/workflow/revision_place.h"
#include "server/workflow/secret.h"
#include "signing/pades.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;
using domain::Grade;
using domain::Method;
using domain::Signing;
using domain::Upload;
using domain::UploadKind;

constexpr std::size_t kLongestTypedName = 200;  // characters

std::string nameTyped(std::string_view typed, Consent consent) {
    const std::string_view name = base::trimmed(typed);
    std::vector<base::Fault> faults;
    if (!isPlain(name, kLongestTypedName))
        faults.push_back({{{}, 0, 0, "/name"}, say("seal.name_wanted", {std::to_string(kLongestTypedName)})});
    if (consent == Consent::missing) faults.push_back({{{}, 0, 0, "/consent"}, say("seal.consent_wanted")});
    if (!faults.empty()) throw Error(ErrorCode::data, say("seal.faults"), std::move(faults));
    return std::string(name);
}

/// Not document.changed, on which an attempt is made once more.
void expectVersion(const Signing& signing, const ExpectedVersion& expected) {
    if (expected && *expected != signing.document.version) throw Error(ErrorCode::conflict, say("etag.changed"));
}

/// The key's failure, told apart from all others.
struct KeyFailure {
    Error why;
};

}  // namespace

struct Sealing::Wish {
    std::string signerId{};
    Method method = Method::here;
    std::string name{};           ///< typed, or the office's
    std::string counterpartId{};  ///< of the upload to seal; empty: the head
    ExpectedVersion expected{};
};

/// What is sealed.
struct Sealing::Base {
    std::string sha256{};
    std::size_t signatures = 0;
    bool isHead = true;
};

Signing Sealing::signHere(const Actor& actor, std::string_view signerId, std::string_view typedName, Consent consent) {
    std::string name = nameTyped(typedName, consent);
    return seal(actor, {placeOfSigner(parts_.rows, signerId).signerId, Method::here, std::move(name), {}, {}});
}

Signing Sealing::accept(const Actor& actor, std::string_view documentId, std::string_view counterpartId,
                        const ExpectedVersion& expected) {
    const Signing signing = documentWith(parts_.rows, documentId);
    expectVersion(signing, expected);
    const domain::Signer* leader = domain::leaderOf(signing);
    if (leader == nullptr) throw Error(ErrorCode::conflict, say("document.no_leader"));
    domain::expectOpen(signing, leader->id);
    if (!domain::isAnySigned(signing)) throw Error(ErrorCode::conflict, say("document.nothing_to_accept"));
    return seal(actor, {leader->id, Method::officeSeal, parts_.key.certificate().info.name, std::string(counterpartId),
                        expected});
}

Signing Sealing::retry(const Actor& actor, std::string_view documentId, const ExpectedVersion& expected) {
    Signing signing = documentWith(parts_.rows, documentId);
    expectVersion(signing, expected);
    if (signing.document.state != domain::DocumentState::sealingFailed) throw domain::forbids(signing.document.state);
    const std::vector<domain::Signer> signers = signing.signers;
    ExpectedVersion before = expected;
    for (const domain::Signer& one : signers) {
        if (!domain::isOpen(one) || !one.method) continue;
        signing = seal(actor, {one.id, *one.method, one.signedName, {}, before});
        before.reset();  // each seal is a version of its own
    }
    return signing;
}

Signing Sealing::giveUp(const Actor& actor, std::string_view signerId) {
    const SignerPlace place = placeOfSigner(parts_.rows, signerId);
    return changeDocument(parts_, actor, place.signing.document.id, {}, "seal.give_up",
                          [&](Signing signing) { return domain::sealingGivenUp(std::move(signing), place.signerId); });
}

Signing Sealing::seal(const Actor& actor, const Wish& wish) {
    try {
        return untilUndisturbed([&] { return attempt(actor, wish); });
    } catch (const KeyFailure& failure) {
        failed(actor, wish, failure.why);
    }
}

Signing Sealing::attempt(const Actor& actor, const Wish& wish) {
    const SignerPlace at = placeOfSigner(parts_.rows, wish.signerId);
    expectVersion(at.signing, wish.expected);
    domain::expectOpen(at.signing, at.signerId);
    if (wish.method == Method::here && !at.signer().pinnedCertificate.empty())
        throw Error(ErrorCode::forbidden, say("signer.pinned"));
    const Base onto = baseOf(at.signing, wish);
    const base::Bytes file = signedBytes(actor, wish, at, onto);
    return kept(actor, wish, at, onto, file);
}

Sealing::Base Sealing::baseOf(const Signing& signing, const Wish& wish) {
    const auto uploads = parts_.rows.uploadsOf(signing.document.id);
    if (wish.counterpartId.empty()) {
        Base head{signing.document.headSha256, 0, true};
        for (const Upload& one : uploads)
            if (isRevision(one) && one.sha256 == head.sha256) head.signatures = one.signatures;
        return head;
    }
    for (const Upload& one : uploads)
        if (one.id == wish.counterpartId && isRevision(one))
            return {one.sha256, one.signatures, one.sha256 == signing.document.headSha256};
    throw Error(ErrorCode::notFound, say("document.no_counterpart"));
}

base::Bytes Sealing::signedBytes(const Actor& actor, const Wish& wish, const SignerPlace& at, const Base& onto) {
    const std::string shown = wish.method == Method::here
                                  ? base::text(say("seal.appearance", {wish.name}), base::Language::polish)
                                  : wish.name;
    signing::Prepared prepared =
        parts_.reader.prepare(parts_.files.get(onto.sha256), {.field = at.signer().field,
                                                              .signerName = shown,
                                                              .at = parts_.now(),
                                                              .demonstration = at.signing.document.demonstration});
    parts_.rows.transaction([&] {  // the last look before the key is used
        domain::expectOpen(documentWith(parts_.rows, at.signing.document.id), at.signerId);
        parts_.audit.record(actor, {"seal.intent", "signer", at.signerId, onto.sha256});
    });
    base::Bytes cms;
    try {
        cms = parts_.key.signedData(prepared.digest);
    } catch (const Error& error) {
        throw KeyFailure{error};
    }
    return signing::finish(std::move(prepared), cms);
}

Signing Sealing::kept(const Actor& actor, const Wish& wish, const SignerPlace& at, const Base& onto,
                      const base::Bytes& file) {
    Upload upload;
    upload.id = newId();
    upload.documentId = at.signing.document.id;
    upload.signerId = at.signerId;
    upload.kind = onto.isHead ? UploadKind::head : UploadKind::counterpart;
    upload.state = domain::UploadState::accepted;
    upload.size = file.size();
    upload.fileName = at.signing.document.fileName;
    upload.field = at.signer().field;
    upload.signedName = wish.name;
    upload.signatures = onto.signatures + 1;
    upload.at = parts_.now();
    upload.sha256 = parts_.files.put(file);
    const Grade grade = wish.method == Method::here ? Grade::attended : Grade::complete;
    const Signing signing =
        domain::signedBy(at.signing, at.signerId,
                         {wish.method, grade, wish.name, onto.isHead ? upload.sha256 : std::string()}, upload.at);
    parts_.rows.transaction([&] {
        parts_.rows.saveSigning(signing, at.signing.document.version);
        parts_.rows.saveUpload(upload);
        parts_.audit.record(actor, {"seal.done", "signer", at.signerId, upload.sha256});
    });
    return signing;
}

void Sealing::failed(const Actor& actor, const Wish& wish, const Error& why) {
    const bool isKept = wish.counterpartId.empty();  // a retry would seal the head, not what the clerk has named
    parts_.rows.transaction([&] {
        const SignerPlace at = placeOfSigner(parts_.rows, wish.signerId);
        const Signing signing = domain::sealingFailed(at.signing, at.signerId, wish.method, wish.name);
        if (isKept) parts_.rows.saveSigning(signing, at.signing.document.version);
        parts_.audit.record(actor, {"seal.fail", "signer", at.signerId, why.message().key});
    });
    throw Error(ErrorCode::unavailable, isKept ? say("seal.failed") : say("seal.not_made"))
        .with("why", base::text(why.message()));
}

}  // namespace workflow
