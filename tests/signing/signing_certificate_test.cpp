#include "signing/signing_certificate.h"

#include <gtest/gtest.h>

#include "signing/digest.h"
#include "tests/support/signing_samples.h"

namespace {

using namespace signing;

class SigningCertificate : public testing::Test {
protected:
    bool named(const base::Bytes& sequence, int digest = NID_sha256) const {
        const base::Handle<ASN1_STRING, ASN1_STRING_free> text(ASN1_STRING_new());
        ASN1_STRING_set(text.get(), sequence.data(), static_cast<int>(sequence.size()));
        ASN1_TYPE value{};
        value.type = V_ASN1_SEQUENCE;
        value.value.sequence = text.get();
        return isNamedFirst(&value, digest, certificate_.get());
    }
    static base::Bytes element(char tag, const base::Bytes& content) {
        return base::Bytes{tag, static_cast<char>(content.size())} + content;
    }

    const base::Bytes bytes_ = samples::bytesOf(samples::data() / "certificates/leaf.crt");
    const unsigned char* at_ = base::octets(base::ByteView(bytes_));
    const Certificate certificate_{d2i_X509(nullptr, &at_, static_cast<long>(bytes_.size()))};
    const base::Bytes hash_ = element('\x04', sha256(bytes_));
};

/// RFC 5035 section 3: SEQUENCE { certs SEQUENCE OF ESSCertIDv2 { hashAlgorithm DEFAULT sha256, certHash … } }
TEST_F(SigningCertificate, IsNamedByItsHash) {
    EXPECT_TRUE(named(element('\x30', element('\x30', element('\x30', hash_)))));
    const base::Bytes sha256Id = base::fromHex("300b0609608648016503040201");
    EXPECT_TRUE(named(element('\x30', element('\x30', element('\x30', sha256Id + hash_)))));
    EXPECT_FALSE(named(element('\x30', element('\x30', element('\x30', hash_))), NID_sha1));
}

TEST_F(SigningCertificate, IsNotNamedByAnotherOrAMalformedValue) {
    const base::Bytes other = element('\x04', sha256("another"));
    EXPECT_FALSE(named(element('\x30', element('\x30', element('\x30', other)))));
    EXPECT_FALSE(named(element('\x30', element('\x30', element('\x30', other) + element('\x30', hash_)))));
    for (const base::Bytes& wrong :
         {base::Bytes(), base::Bytes("\x30"), element('\x30', ""), element('\x30', hash_), base::Bytes("\x30\x7F\x30")})
        EXPECT_FALSE(named(wrong));
    ASN1_TYPE text{};
    text.type = V_ASN1_NULL;
    EXPECT_FALSE(isNamedFirst(&text, NID_sha256, certificate_.get()));
}

}  // namespace
