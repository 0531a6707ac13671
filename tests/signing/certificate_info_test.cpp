#include "signing/certificate_info.h"

#include <gtest/gtest.h>

#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

Certificate certificate(const std::string& name) {
    const base::Bytes bytes = samples::bytesOf(samples::data() / "certificates" / (name + ".crt"));
    const unsigned char* at = base::octets(base::ByteView(bytes));
    return own<Certificate>(d2i_X509(nullptr, &at, static_cast<long>(bytes.size())), "d2i_X509");
}

TEST(CertificateInfo, NamesAPersonByGivenNameAndSurname) {
    const auto info = certificateInfo(certificate("leaf").get());
    EXPECT_EQ(info.name, "Lea Leaf");
    EXPECT_EQ(info.commonName, "Leaf");
    EXPECT_EQ(info.issuer, "CN=Root");
    EXPECT_LT(info.notBefore, info.notAfter);
    EXPECT_EQ(certificateInfo(certificate("open").get()).name, "Open");
}

TEST(CertificateInfo, KnowsWhatACertificateIsFor) {
    EXPECT_TRUE(mayUseForSigning(certificate("leaf").get()));
    EXPECT_FALSE(mayUseForSigning(certificate("usage").get()));
    EXPECT_TRUE(hasNoRevocation(certificate("leaf").get()));
    EXPECT_FALSE(hasNoRevocation(certificate("open").get()));
    EXPECT_TRUE(isForSeals(certificate("seal").get()));
    EXPECT_FALSE(isForSeals(certificate("leaf").get()));
    EXPECT_FALSE(isForSeals(certificate("root").get()));
}

TEST(CertificateInfo, GivesTheDerBack) {
    EXPECT_EQ(certificateDer(certificate("leaf").get()), samples::bytesOf(samples::data() / "certificates/leaf.crt"));
}

}  // namespace
