#include "signing/path.h"

#include <gtest/gtest.h>

#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

base::Bytes certificateBytes(const std::string& name) {
    return samples::bytesOf(samples::data() / "certificates" / (name + ".crt"));
}

Certificate certificate(const std::string& name) {
    const base::Bytes bytes = certificateBytes(name);
    const unsigned char* at = base::octets(base::ByteView(bytes));
    return own<Certificate>(d2i_X509(nullptr, &at, static_cast<long>(bytes.size())), "d2i_X509");
}

/// A day on which all of them are valid.
const base::Instant kDay = *base::parseInstant("2030-06-01T12:00:00Z");

PathFinding judged(const std::string& leaf, const std::string& anchor, const std::vector<std::string>& others = {},
                   base::Instant at = kDay, KeyPurpose purpose = KeyPurpose::documents) {
    TrustAnchors anchors;
    if (!anchor.empty()) anchors.add(certificateBytes(anchor));
    Certificates stack(sk_X509_new_null());
    for (const std::string& other : others) sk_X509_push(stack.get(), certificate(other).release());
    return checkPath(certificate(leaf).get(), stack.get(), anchors, at, purpose);
}

TEST(Path, TrustsALeafThatSaysNothingWillBeRevoked) {
    const auto finding = judged("leaf", "root");
    EXPECT_TRUE(finding.subIndication.empty()) << finding.subIndication;
    EXPECT_TRUE(finding.reachesAnchor);
    EXPECT_FALSE(finding.demonstration);
}

TEST(Path, FindsNoChainWithoutTheRightAnchor) {
    EXPECT_EQ(judged("leaf", "").subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
    EXPECT_EQ(judged("leaf", "leaf").subIndication, "");  // the certificate itself may be an anchor
    EXPECT_EQ(judged("leaf", "tsa").subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
    EXPECT_EQ(judged("leaf", "tsa", {"root"}).subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
    EXPECT_FALSE(judged("leaf", "other").subIndication.empty());  // the root's name with another key
}

TEST(Path, LeavesRevocationOpen) {
    EXPECT_EQ(judged("open", "root").subIndication, "TRY_LATER");
    EXPECT_EQ(judged("below", "root", {"intermediate"}).subIndication, "TRY_LATER");
    EXPECT_EQ(judged("below", "root").subIndication, "NO_CERTIFICATE_CHAIN_FOUND");
}

TEST(Path, KeepsToTheTime) {
    EXPECT_EQ(judged("leaf", "root", {}, *base::parseInstant("2020-01-01")).subIndication, "OUT_OF_BOUNDS_NO_POE");
    EXPECT_EQ(judged("leaf", "root", {}, *base::parseInstant("2060-01-01")).subIndication, "OUT_OF_BOUNDS_NO_POE");
}

TEST(Path, WantsTheRightUseOfTheKey) {
    EXPECT_EQ(judged("usage", "root").subIndication, "CHAIN_CONSTRAINTS_FAILURE");
    EXPECT_EQ(judged("leaf", "root", {}, kDay, KeyPurpose::timestamps).subIndication, "CHAIN_CONSTRAINTS_FAILURE");
    EXPECT_EQ(judged("tsa", "root", {}, kDay, KeyPurpose::timestamps).subIndication, "");
}

TEST(Path, WantsStrongAlgorithms) {
    EXPECT_EQ(judged("weak", "root").subIndication, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
    EXPECT_EQ(judged("sha1", "root").subIndication, "CRYPTO_CONSTRAINTS_FAILURE_NO_POE");
}

}  // namespace
