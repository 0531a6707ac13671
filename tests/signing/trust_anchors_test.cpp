#include <gtest/gtest.h>

#include "base/error.h"
#include "signing/validate.h"
#include "tests/support/signing_samples.h"

namespace {

using signing::TrustAnchors;

TEST(TrustAnchors, TakePemAndDerAndNothingElse) {
    const base::Bytes der = samples::bytesOf(samples::data() / "certificates/root.crt");
    TrustAnchors anchors;
    EXPECT_TRUE(anchors.empty());
    anchors.add(samples::bytesOf(samples::data() / "keys/ca.crt"));
    anchors.add(der);
    EXPECT_FALSE(anchors.empty());
    const std::string broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    for (const base::Bytes& wrong : {base::Bytes(), base::Bytes("text"), der + "x", der.substr(0, 100), broken})
        EXPECT_THROW(anchors.add(wrong), base::Error);
}

TEST(TrustAnchors, TakeEachCertificateOfAPemFile) {
    const base::Bytes pem = samples::bytesOf(samples::data() / "keys/ca.crt");
    TrustAnchors anchors;
    EXPECT_NO_THROW(anchors.add("a word before\n" + pem + pem));
    TrustAnchors moved = std::move(anchors);
    EXPECT_FALSE(moved.empty());
}

TEST(TrustAnchors, RefuseAPemFileWithAMalformedCertificateAnywhere) {
    const base::Bytes pem = samples::bytesOf(samples::data() / "keys/ca.crt");
    const std::string begin = "-----BEGIN CERTIFICATE-----\n", end = "-----END CERTIFICATE-----\n";
    for (const std::string& malformed :
         {begin + "AAAA\n" + end, begin + "A\n" + end, begin + "?\n" + end, begin + "AAAA\n", begin})
        for (const base::Bytes& bundle : {pem + malformed + pem, pem + malformed, malformed + pem}) {
            TrustAnchors anchors;
            EXPECT_THROW(anchors.add(bundle), base::Error) << bundle.size();
            EXPECT_TRUE(anchors.empty());
        }
}

}  // namespace
