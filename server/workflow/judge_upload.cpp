#include "server/workflow/judge_upload.h"

#include <algorithm>
#include <array>

#include "base/bytes.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::Message;
using base::say;
using signing::Changes;
using signing::Coverage;
using signing::Integrity;
using signing::SignatureVerdict;

/// Why a signature is no whole one, by the first sentence of its verdict.
struct Cause {
    std::string_view reason;
    Message refusal;
};

std::vector<Cause> causes() {
    return {
        {"verify.no_byte_range", say("signature.range")},    {"verify.range_outside", say("signature.range")},
        {"verify.no_contents", say("signature.range")},      {"verify.attributes", say("cms.attributes")},
        {"verify.other_certificate", say("cms.attributes")}, {"verify.no_signing_certificate", say("cms.attributes")},
        {"verify.digest_differs", say("signature.broken")},  {"verify.signature_wrong", say("signature.broken")},
        {"verify.not_signed_data", say("cms.malformed")},    {"verify.cms_malformed", say("cms.malformed")},
        {"verify.signer_count", say("cms.malformed")},       {"verify.encapsulated", say("cms.malformed")},
        {"verify.no_certificate", say("cms.malformed")},     {"verify.sub_filter", say("cms.malformed")},
        {"verify.cms_padding", say("cms.malformed")}};
}

bool hasReason(const SignatureVerdict& signature, std::string_view key) {
    return std::any_of(signature.reasons.begin(), signature.reasons.end(),
                       [&](const Message& reason) { return reason.key == key; });
}

[[noreturn]] void refuse(Message message, const std::vector<Message>& details = {}) {
    std::vector<base::Fault> faults;
    faults.reserve(details.size());
    for (const Message& detail : details) faults.push_back({{}, detail});
    throw Error(ErrorCode::data, std::move(message), std::move(faults));
}

bool isMisplaced(const SignatureVerdict& signature) {
    return signature.coverage == Coverage::partial &&
           std::any_of(signature.changes.begin(), signature.changes.end(), [](const Message& change) {
               return change.key == "changes.gap" || change.key == "changes.not_a_revision";
           });
}

/// Holds for each signature of the file: a later one must not have broken an earlier one.
void expectWhole(const SignatureVerdict& signature) {
    static const std::vector<Cause> all = causes();
    if (isMisplaced(signature)) refuse(say("signature.range"), signature.changes);
    for (const Cause& cause : all)
        if (hasReason(signature, cause.reason)) refuse(cause.refusal, signature.reasons);
    if (signature.changesAfter == Changes::disallowed) refuse(say("changed.after_signing"), signature.changes);
    if (signature.integrity == Integrity::broken) refuse(say("signature.broken"), signature.reasons);
}

constexpr std::size_t kLargestCms = std::size_t{64} << 10;  // octets; what programs make has a tenth of it

/// Holds for the new ones alone: the others were judged when they came.
void expectFit(const SignatureVerdict& signature, base::Instant at) {
    if (signature.cmsSize > kLargestCms) refuse(say("cms.malformed"));
    if (!signature.weakness.empty()) refuse(say("weak.algorithm", {signature.weakness}));
    if (signature.integrity == Integrity::unknown) refuse(say("weak.algorithm", {"?"}), signature.reasons);
    if (signature.validTo && *signature.validTo < at)
        refuse(say("certificate.expired", {base::shortInstant(*signature.validTo)}));
    if (signature.validFrom && at < *signature.validFrom)
        refuse(say("certificate.expired", {base::shortInstant(*signature.validFrom)}));
}

bool isSignature(const SignatureVerdict& signature) { return signature.kind != signing::Kind::documentTimestamp; }

/// Of several new ones, the one in the signer's field, else that with their name, else the last.
const SignatureVerdict& theirs(const std::vector<const SignatureVerdict*>& fresh, const UploadExpectation& expected) {
    for (const SignatureVerdict* one : fresh)
        if (one->field == expected.field) return *one;
    for (const SignatureVerdict* one : fresh)
        if (!expected.expectedName.empty() && domain::isExpectedName(expected.expectedName, one->signerName))
            return *one;
    return *fresh.back();
}

void expectPinned(const SignatureVerdict& signature, const UploadExpectation& expected) {
    if (!expected.pinnedCertificate.empty() && base::hex(signature.certificateSha256) != expected.pinnedCertificate)
        throw Error(ErrorCode::forbidden, say("signer.mismatch", {signature.signerName}));
}

std::vector<Message> questionsOf(const signing::FileVerdict& verdict, const SignatureVerdict& signature,
                                 const UploadExpectation& expected) {
    std::vector<Message> questions;
    for (const SignatureVerdict& one : verdict.signatures)
        if (one.changesAfter == Changes::unknown && questions.empty()) {
            questions.push_back(say("upload.unclear_changes"));
            questions.insert(questions.end(), one.changes.begin(), one.changes.end());
        }
    if (!domain::isExpectedName(expected.expectedName, signature.signerName))
        questions.push_back(say("upload.other_name", {signature.signerName, expected.expectedName}));
    return questions;
}

}  // namespace

UploadJudgement judgeUpload(const signing::FileVerdict& verdict, const UploadExpectation& expected) {
    const auto& all = verdict.signatures;
    std::vector<const SignatureVerdict*> fresh;
    for (std::size_t i = expected.signaturesBefore; i < all.size(); ++i)
        if (isSignature(all[i])) fresh.push_back(&all[i]);
    if (fresh.empty()) refuse(say("signature.missing"));
    for (const SignatureVerdict& one : all) expectWhole(one);
    for (const SignatureVerdict* one : fresh) expectFit(*one, expected.at);
    const SignatureVerdict& signature = theirs(fresh, expected);
    expectPinned(signature, expected);
    const bool isTrusted = signature.indication == signing::Indication::totalPassed &&
                           (!signature.demonstration || expected.demonstration);
    return {signature.field, signature.signerName, isTrusted ? domain::Grade::verified : domain::Grade::complete,
            questionsOf(verdict, signature, expected)};
}

}  // namespace workflow
