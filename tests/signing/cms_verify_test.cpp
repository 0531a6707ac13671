#include "signing/cms_verify.h"

#include <gtest/gtest.h>

#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

constexpr base::ByteView kContent = "the signed octets";

base::Bytes cms(const std::string& name) { return samples::bytesOf(samples::data() / "cms" / (name + ".der")); }

CmsFinding judged(const base::Bytes& contents, base::ByteView content = kContent, CmsUse use = CmsUse::detached) {
    return verifyCms(contents, {content.substr(0, 4), content.substr(4)}, use);
}

TEST(CmsVerify, TakesWhatOpensslSigned) {
    for (const char* name : {"ec", "rsa", "pss", "plain", "no-attributes", "sha1"}) {
        const auto finding = judged(cms(name));
        EXPECT_EQ(finding.integrity, Integrity::intact) << name;
        EXPECT_TRUE(finding.subIndication.empty()) << name;
        EXPECT_TRUE(finding.signer) << name;
    }
    EXPECT_TRUE(judged(cms("ec")).hasSigningCertificate);
    EXPECT_TRUE(judged(cms("sha1")).hasSigningCertificate);
    EXPECT_FALSE(judged(cms("plain")).hasSigningCertificate);
    EXPECT_TRUE(judged(cms("ec")).hasSigningTime);
    EXPECT_EQ(judged(cms("sha1")).digest, NID_sha1);
}

TEST(CmsVerify, NoticesOtherContent) {
    const auto changed = judged(cms("ec"), "the signed octetz");
    EXPECT_EQ(changed.integrity, Integrity::broken);
    EXPECT_EQ(changed.subIndication, "HASH_FAILURE");
    EXPECT_EQ(judged(cms("no-attributes"), "the signed octetz").subIndication, "SIG_CRYPTO_FAILURE");
}

TEST(CmsVerify, AllowsZerosBehindAndNotesAnythingElse) {
    EXPECT_FALSE(judged(cms("ec") + std::string(100, '\0')).hasPadding);
    const auto padded = judged(cms("ec") + std::string(100, '\0') + "x");
    EXPECT_TRUE(padded.hasPadding);
    EXPECT_EQ(padded.integrity, Integrity::intact);
}

TEST(CmsVerify, RefusesWhatADetachedSignatureMustNotBe) {
    for (const char* name : {"encapsulated", "two-signers", "data", "timestamp"}) {
        const auto finding = judged(cms(name));
        EXPECT_EQ(finding.integrity, Integrity::broken) << name;
        EXPECT_EQ(finding.subIndication, "FORMAT_FAILURE") << name;
    }
    EXPECT_EQ(judged("").subIndication, "FORMAT_FAILURE");
    EXPECT_EQ(judged("\x30\x03\x02\x01\x01").subIndication, "FORMAT_FAILURE");
}

TEST(CmsVerify, CannotSayWhoSignedWithoutACertificate) {
    const auto finding = judged(cms("no-certificate"));
    EXPECT_EQ(finding.integrity, Integrity::unknown);
    EXPECT_EQ(finding.subIndication, "NO_SIGNING_CERTIFICATE_FOUND");
}

TEST(CmsVerify, ReadsATimestamp) {
    const auto finding = judged(cms("timestamp"), kContent, CmsUse::timestamp);
    EXPECT_EQ(finding.integrity, Integrity::intact);
    EXPECT_TRUE(finding.time.has_value());
    EXPECT_EQ(finding.boundBy, NID_sha256);
    EXPECT_EQ(judged(cms("timestamp"), "the signed octetz", CmsUse::timestamp).subIndication, "HASH_FAILURE");
    EXPECT_EQ(judged(cms("ec"), kContent, CmsUse::timestamp).subIndication, "FORMAT_FAILURE");
}

/// RFC 5652 section 5.3: the attributes are DER; another tag form is not, though a lenient reader takes it.
TEST(CmsVerify, WantsTheAttributesInDer) {
    base::Bytes contents = cms("ec");
    const auto at = contents.find(base::fromHex("06092a864886f70d010903"));
    const auto set = contents.find('\x31', at);
    contents[set] = '\x11';
    EXPECT_NE(judged(contents).integrity, Integrity::intact);
}

TEST(CmsVerify, SurvivesEveryTruncationAndFlip) {
    const base::Bytes whole = cms("rsa");
    for (std::size_t length = 0; length < whole.size(); length += 3)
        EXPECT_EQ(judged(whole.substr(0, length)).integrity, Integrity::broken) << length;
    for (std::size_t at = 0; at < whole.size(); at += 2) {
        base::Bytes flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        judged(flipped);
    }
}

}  // namespace
