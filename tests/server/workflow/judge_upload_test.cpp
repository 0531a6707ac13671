#include "server/workflow/judge_upload.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;
using base::say;
using signing::Changes;
using signing::FileVerdict;
using signing::SignatureVerdict;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

SignatureVerdict good(const std::string& field = "Partner-1", const std::string& name = "Jan Nowak") {
    SignatureVerdict one;
    one.field = field;
    one.signerName = name;
    one.integrity = signing::Integrity::intact;
    one.coverage = signing::Coverage::wholeFile;
    one.changesAfter = Changes::none;
    one.certificateSha256 = "\x01\x02";
    one.validFrom = kNow - std::chrono::hours(1);
    one.validTo = kNow + std::chrono::hours(1);
    return one;
}

FileVerdict file(std::vector<SignatureVerdict> signatures) {
    return {signing::FileIndication::indeterminate, {}, {}, std::move(signatures)};
}

UploadExpectation expected() { return {"Jan Nowak", "", "Partner-1", 0, kNow, false}; }

/// What `change` makes of a good signature, as a refusal's key.
template <class Change>
std::string refusalOf(const Change& change) {
    SignatureVerdict one = good();
    change(one);
    return support::failureOf([&] { judgeUpload(file({one}), expected()); });
}

TEST(JudgeUpload, AcceptsAnIntactSignatureOfTheExpectedName) {
    const UploadJudgement judged = judgeUpload(file({good()}), expected());
    EXPECT_EQ(judged.field, "Partner-1");
    EXPECT_EQ(judged.signedName, "Jan Nowak");
    EXPECT_EQ(judged.grade, domain::Grade::complete);
    EXPECT_TRUE(judged.questions.empty());
}

TEST(JudgeUpload, RefusesByTheRowsOfTheTableOfBadInput) {
    const auto because = [](const char* key) {
        return [key](SignatureVerdict& one) { one.reasons.push_back({key, {}}); };
    };
    EXPECT_EQ(support::failureOf([] { judgeUpload(file({}), expected()); }), "signature.missing");  // 23
    for (const char* key : {"verify.no_byte_range", "verify.range_outside", "verify.no_contents"})
        EXPECT_EQ(refusalOf(because(key)), "signature.range") << key;  // 25
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) {
                  one.coverage = signing::Coverage::partial;
                  one.changes = {say("changes.gap")};
              }),
              "signature.range");
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) { one.changesAfter = Changes::disallowed; }),
              "changed.after_signing");                                                                // 26
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) { one.weakness = "RSA-1024"; }), "weak.algorithm");  // 27
    for (const char* key : {"verify.not_signed_data", "verify.cms_malformed", "verify.signer_count",
                            "verify.encapsulated", "verify.cms_padding"})
        EXPECT_EQ(refusalOf(because(key)), "cms.malformed") << key;  // 28
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) { one.cmsSize = 65537; }), "cms.malformed");
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) { one.cmsSize = 65536; }), "no error");
    for (const char* key : {"verify.attributes", "verify.no_signing_certificate", "verify.other_certificate"})
        EXPECT_EQ(refusalOf(because(key)), "cms.attributes") << key;  // 29
    EXPECT_EQ(refusalOf([](SignatureVerdict& one) { one.validTo = kNow - std::chrono::hours(1); }),
              "certificate.expired");  // 31
    for (const char* key : {"verify.digest_differs", "verify.signature_wrong"})
        EXPECT_EQ(refusalOf(because(key)), "signature.broken") << key;
}

TEST(JudgeUpload, ListsWhatWasChanged) {
    SignatureVerdict one = good();
    one.changesAfter = Changes::disallowed;
    one.changes = {say("changes.page_content", {"1", "7"})};
    EXPECT_EQ(support::faultsOf([&] { judgeUpload(file({one}), expected()); }),
              (std::vector<std::string>{"changes.page_content"}));
}

TEST(JudgeUpload, AsksTheClerkAboutUnclearChangesAndAnotherName) {
    SignatureVerdict one = good("Nowe", "Anna Inna");
    one.changesAfter = Changes::unknown;
    one.changes = {say("changes.trailer", {"Info"})};
    const auto judged = judgeUpload(file({one}), expected());
    ASSERT_EQ(judged.questions.size(), 3U);
    EXPECT_EQ(judged.questions[0].key, "upload.unclear_changes");
    EXPECT_EQ(judged.questions[1].key, "changes.trailer");
    EXPECT_EQ(judged.questions[2].key, "upload.other_name");
}

TEST(JudgeUpload, HoldsThePinnedCertificateAndNoOther) {
    UploadExpectation wanted = expected();
    wanted.pinnedCertificate = "0102";
    EXPECT_NO_THROW(judgeUpload(file({good()}), wanted));
    wanted.pinnedCertificate = "0103";
    EXPECT_EQ(support::codeOf([&] { judgeUpload(file({good()}), wanted); }), ErrorCode::forbidden);
}

TEST(JudgeUpload, DoesNotTakeASignatureThatWasThere) {
    UploadExpectation wanted = expected();
    wanted.signaturesBefore = 1;
    EXPECT_EQ(support::failureOf([&] { judgeUpload(file({good()}), wanted); }), "signature.missing");
    SignatureVerdict time = good("Czas");
    time.kind = signing::Kind::documentTimestamp;
    EXPECT_EQ(support::failureOf([&] { judgeUpload(file({good(), time}), wanted); }), "signature.missing");
    EXPECT_EQ(judgeUpload(file({good("Lider", "Ktoś"), good("Moje")}), wanted).field, "Moje");
}

TEST(JudgeUpload, TakesOfSeveralNewSignaturesTheOneInTheFieldElseTheOneWithTheName) {
    EXPECT_EQ(judgeUpload(file({good("A", "Ktoś Obcy"), good("Partner-1", "Jan Nowak"), good("B")}), expected()).field,
              "Partner-1");
    EXPECT_EQ(judgeUpload(file({good("A"), good("B", "Ktoś Obcy")}), expected()).field, "A");
}

TEST(JudgeUpload, CountsADemonstrationsTrustOnlyInADemonstration) {
    SignatureVerdict one = good();
    one.indication = signing::Indication::totalPassed;
    EXPECT_EQ(judgeUpload(file({one}), expected()).grade, domain::Grade::verified);
    one.demonstration = true;
    EXPECT_EQ(judgeUpload(file({one}), expected()).grade, domain::Grade::complete);
    UploadExpectation wanted = expected();
    wanted.demonstration = true;
    EXPECT_EQ(judgeUpload(file({one}), wanted).grade, domain::Grade::verified);
}

}  // namespace
}  // namespace workflow
