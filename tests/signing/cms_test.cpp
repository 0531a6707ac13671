#include "signing/cms.h"

#include <gtest/gtest.h>

#include "signing/cms_verify.h"
#include "signing/digest.h"
#include "signing/identity.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

/// pades_test has openssl and pdfsig judge what is made here; this looks at what it holds.
TEST(Cms, HoldsWhatABaselineSignatureMust) {
    for (const char* key : {"rsa.p12", "ec.p12"}) {
        const auto identity =
            Identity::fromPkcs12(samples::bytesOf(samples::data() / "keys" / key), "zażółć gęślą jaźń");
        const base::Bytes contents = signedData(identity, sha256("content"));
        const auto finding = verifyCms(contents, {"content"}, CmsUse::detached);
        EXPECT_LE(contents.size(), largestSignedData(identity)) << key;
        EXPECT_EQ(finding.integrity, Integrity::intact) << key;
        EXPECT_TRUE(finding.hasSigningCertificate) << key;
        EXPECT_FALSE(finding.hasSigningTime) << key;
        EXPECT_EQ(finding.digest, NID_sha256) << key;
        EXPECT_GE(sk_X509_num(finding.certificates.get()), 2) << key;  // the chain goes with it
    }
}

}  // namespace
