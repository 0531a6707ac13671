#include "signing/validate.h"

#include <algorithm>

#include "base/error.h"
#include "pdfgen/text_string.h"
#include "signing/certificate_info.h"
#include "signing/changes.h"
#include "signing/cms_verify.h"
#include "signing/digest.h"
#include "signing/path.h"
#include "signing/policy.h"
#include "signing/structure.h"

namespace signing {
namespace {

using pdfgen::Object;
using pdfgen::Revisions;

/// Octets that are hashed and compared for all signatures together.
constexpr std::size_t kMostWork = std::size_t{2} << 30;

/// The first failure names the indication; a broken one outranks the rest (EN 319 102-1 section 5.1.3).
void fail(SignatureVerdict& verdict, Indication indication, std::string subIndication, base::Message reason) {
    const bool outranks = verdict.subIndication.empty() ||
                          (indication == Indication::totalFailed && verdict.indication != Indication::totalFailed);
    if (outranks) {
        verdict.indication = indication;
        verdict.subIndication = std::move(subIndication);
    }
    verdict.reasons.push_back(std::move(reason));
}

std::optional<CmsUse> useOf(std::string_view subFilter) {
    if (subFilter == "ETSI.CAdES.detached" || subFilter == "adbe.pkcs7.detached") return CmsUse::detached;
    if (subFilter == "adbe.pkcs7.sha1") return CmsUse::sha1Inside;
    if (subFilter == "ETSI.RFC3161") return CmsUse::timestamp;
    return {};
}

class SignatureCheckup {
public:
    SignatureCheckup(const Revisions& revisions, const std::vector<FoundSignature>& all,
                     const FoundSignature& signature, const ValidationContext& context)
        : revisions_(revisions), all_(all), signature_(signature), context_(context) {}

    SignatureVerdict run() {
        const Object& subFilter = resolved("SubFilter");
        const Object& claimed = resolved("M");
        verdict_.field = signature_.field;
        verdict_.subFilter = subFilter.text;
        if (verdict_.subFilter == "ETSI.RFC3161") verdict_.kind = Kind::documentTimestamp;
        if (claimed.isString()) verdict_.claimedTime = pdfgen::instantOfDate(claimed.text);
        verdict_.indication = Indication::totalPassed;
        const Cover cover = coverOf(signature_, revisions_);
        if (cover.fault) {
            verdict_.integrity = Integrity::broken;
            fail(verdict_, Indication::totalFailed, "FORMAT_FAILURE", *cover.fault);
            return std::move(verdict_);
        }
        judgeContents(cover);
        judgeCover(cover);
        return std::move(verdict_);
    }

private:
    const Object& resolved(std::string_view key) const {
        return revisions_.resolved(signature_.value.at(key), revisions_.last());
    }

    void judgeContents(const Cover& cover) {
        const auto use = useOf(verdict_.subFilter);
        if (!use)
            return fail(verdict_, Indication::indeterminate, "FORMAT_FAILURE",
                        base::say("verify.sub_filter", {verdict_.subFilter}));
        const CmsFinding cms = verifyCms(cover.contents, {cover.parts[0], cover.parts[1]}, *use);
        verdict_.integrity = cms.integrity;
        verdict_.cmsSize = cms.size;
        const bool broken = cms.integrity == Integrity::broken;
        for (const base::Message& reason : cms.reasons)
            fail(verdict_, broken ? Indication::totalFailed : Indication::indeterminate, cms.subIndication, reason);
        if (!verdict_.claimedTime) verdict_.claimedTime = cms.time;
        if (cms.signer) describeSigner(cms);
        if (cms.integrity != Integrity::intact) return;
        verdict_.bestSignatureTime = context_.at;
        judgeAttributes(cms);
        judgeTrust(cms);
    }

    void describeSigner(const CmsFinding& cms) {
        const CertificateInfo info = certificateInfo(cms.signer.get());
        verdict_.signerName = info.name;
        verdict_.certificate = info.subject;
        verdict_.certificateSha256 = sha256(certificateDer(cms.signer.get()));
        verdict_.validFrom = info.notBefore;
        verdict_.validTo = info.notAfter;
        verdict_.weakness = weaknessOf(cms);
        if (verdict_.kind == Kind::signature && isForSeals(cms.signer.get())) verdict_.kind = Kind::seal;
    }

    /// Of this signature alone: no path is needed to see it.
    std::string weaknessOf(const CmsFinding& cms) const {
        const EVP_PKEY* key = X509_get0_pubkey(cms.signer.get());
        if (key == nullptr) return "?";
        if (!isStrong(key, context_.at)) return keyName(key);
        return isStrongDigest(cms.digest, context_.at) ? std::string() : OBJ_nid2sn(cms.digest);
    }

    /// signing-certificate (EN 319 102-1 section 5.2.3) and the level that the attributes reach (EN 319 142-1 table 1).
    void judgeAttributes(const CmsFinding& cms) {
        const bool isPades = verdict_.subFilter == "ETSI.CAdES.detached";
        if (cms.hasPadding)
            fail(verdict_, Indication::indeterminate, "FORMAT_FAILURE", base::say("verify.cms_padding"));
        if (cms.hasBadSigningCertificate) {  // whose key the value verifies by is not the key that signed
            verdict_.integrity = Integrity::unknown;
            fail(verdict_, Indication::indeterminate, "NO_SIGNING_CERTIFICATE_FOUND",
                 base::say("verify.other_certificate"));
        } else if (isPades && !cms.hasSigningCertificate)
            fail(verdict_, Indication::indeterminate, "SIG_CONSTRAINTS_FAILURE",
                 base::say("verify.no_signing_certificate"));
        if (verdict_.kind == Kind::documentTimestamp) return;
        const bool isBaseline = isPades && cms.hasSigningCertificate && !cms.hasSigningTime && resolved("M").isString();
        verdict_.level = !isBaseline ? "CMS" : hasTimestamp(cms) ? "B-T" : "B-B";
    }

    /// A signature time-stamp counts when its own octets are whole (its issuer is judged with trust lists, later).
    bool hasTimestamp(const CmsFinding& cms) const {
        if (!cms.timestamp || !cms.signature) return false;
        const CmsFinding token = verifyCms(*cms.timestamp, {*cms.signature}, CmsUse::timestamp);
        return token.integrity == Integrity::intact && isStrongDigest(token.digest, context_.at) &&
               isStrongDigest(token.boundBy, context_.at);
    }

    void judgeTrust(const CmsFinding& cms) {
        const auto purpose = verdict_.kind == Kind::documentTimestamp ? KeyPurpose::timestamps : KeyPurpose::documents;
        const PathFinding path =
            checkPath(cms.signer.get(), cms.certificates.get(), context_.anchors, context_.at, purpose);
        for (const base::Message& reason : path.reasons)
            fail(verdict_, Indication::indeterminate, path.subIndication, reason);
        for (const int digest : {cms.digest, cms.boundBy})
            if (digest != NID_undef && !isStrongDigest(digest, context_.at))
                fail(verdict_, Indication::indeterminate, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE",
                     base::say("verify.weak_algorithm", {OBJ_nid2sn(digest)}));
        verdict_.demonstration = path.demonstration;
        if (path.demonstration) verdict_.reasons.push_back(base::say("verify.demonstration"));
    }

    void judgeCover(const Cover& cover) {
        const bool isPlaced = cover.gapFits && cover.revision && stoodThere(*cover.revision);
        verdict_.coverage = !isPlaced           ? Coverage::partial
                            : cover.isWholeFile ? Coverage::wholeFile
                                                : Coverage::revision;
        if (!isPlaced) {
            deny(cover.gapFits ? base::say("changes.not_a_revision") : base::say("changes.gap"));
        } else if (signature_.fieldNumber == 0) {
            deny(base::say("changes.signature_removed"));
        } else {
            const auto permissions = permissionsAt(revisions_, all_, *cover.revision);
            ChangeFinding found = changesBehind(revisions_, *cover.revision, permissions);
            verdict_.changesAfter = found.changes;
            verdict_.changes = std::move(found.list);
        }
        if (verdict_.changesAfter == Changes::disallowed)
            fail(verdict_, Indication::totalFailed, "FORMAT_FAILURE", base::say("verify.changed"));
        if (verdict_.changesAfter == Changes::unknown)
            fail(verdict_, Indication::indeterminate, "SIG_CONSTRAINTS_FAILURE", base::say("verify.unclear_changes"));
    }

    void deny(base::Message message) {
        verdict_.changesAfter = Changes::disallowed;
        verdict_.changes = {std::move(message)};
    }

    /// The signed revision itself holds this dictionary as the same object.
    bool stoodThere(std::size_t revision) const {
        const pdfgen::StoredObject* then = revisions_.find(signature_.number, revision);
        return then != nullptr && then->begin < signature_.begin && signature_.begin < then->end;
    }

    const Revisions& revisions_;
    const std::vector<FoundSignature>& all_;
    const FoundSignature& signature_;
    const ValidationContext& context_;
    SignatureVerdict verdict_{};
};

void judge(base::ByteView file, const ValidationContext& context, FileVerdict& verdict) {
    const Revisions revisions(file);
    const auto found = findSignatures(revisions);
    if (found.empty() && revisions.tailHasObjects())  // only an older version could be read
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.damaged"));
    if (found.size() > kMostWork / std::max<std::size_t>(file.size(), 1))
        throw base::Error(base::ErrorCode::unreadable, base::say("pdf.too_complex"));
    for (const FoundSignature& signature : found)
        verdict.signatures.push_back(SignatureCheckup(revisions, found, signature, context).run());
    verdict.verdict = worst(verdict.signatures);
}

}  // namespace

FileVerdict validate(base::ByteView file, const ValidationContext& context) {
    FileVerdict verdict;
    try {
        verdict.sha256 = sha256(file);
        judge(file, context, verdict);
    } catch (const base::Error& error) {
        verdict = {FileIndication::unreadable, std::move(verdict.sha256), error.message(), {}};
    } catch (const std::bad_alloc&) {
        verdict = {FileIndication::unreadable, std::move(verdict.sha256), base::say("pdf.expands"), {}};
    }
    return verdict;
}

FileIndication worst(const std::vector<SignatureVerdict>& signatures) {
    const auto any = [&](Indication indication) {
        return std::any_of(signatures.begin(), signatures.end(),
                           [&](const SignatureVerdict& signature) { return signature.indication == indication; });
    };
    if (signatures.empty()) return FileIndication::noSignature;
    if (any(Indication::totalFailed)) return FileIndication::totalFailed;
    return any(Indication::indeterminate) ? FileIndication::indeterminate : FileIndication::totalPassed;
}

}  // namespace signing
