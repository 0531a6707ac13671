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

}  // namespace
