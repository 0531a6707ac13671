#include "signing/signature_value.h"

#include <gtest/gtest.h>

namespace {

using namespace signing;
using Algorithm = base::Handle<X509_ALGOR, X509_ALGOR_free>;

Algorithm algorithm(int nid) {
    Algorithm made(X509_ALGOR_new());
    X509_ALGOR_set0(made.get(), OBJ_nid2obj(nid), V_ASN1_NULL, nullptr);
    return made;
}

base::Bytes signedBy(EVP_PKEY* key, const EVP_MD* digest, base::ByteView message) {
    const auto context = own<DigestContext>(EVP_MD_CTX_new(), "EVP_MD_CTX_new");
    std::size_t length = 1024;
    base::Bytes value(length, '\0');
    check(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key), "EVP_DigestSignInit");
    check(EVP_DigestSign(context.get(), base::octets(value), &length, base::octets(message), message.size()), "sign");
    value.resize(length);
    return value;
}

TEST(SignatureValue, ChecksEachKindOfKey) {
    const Key rsa(EVP_RSA_gen(2048)), curve(EVP_EC_gen("P-256"));
    const Key edwards(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    const auto checked = [](EVP_PKEY* key, int nid, int digest, const base::Bytes& value, base::ByteView message) {
        return checkSignature(key, algorithm(nid).get(), digest, {message.substr(0, 2), message.substr(2)}, value);
    };
    const auto byRsa = signedBy(rsa.get(), EVP_sha256(), "message"),
               byCurve = signedBy(curve.get(), EVP_sha3_256(), "message");
    const auto byEdwards = signedBy(edwards.get(), nullptr, "message");
    EXPECT_EQ(checked(rsa.get(), NID_sha256WithRSAEncryption, NID_sha256, byRsa, "message"), SignatureCheck::valid);
    EXPECT_EQ(checked(rsa.get(), NID_rsaEncryption, NID_sha256, byRsa, "message"), SignatureCheck::valid);
    EXPECT_EQ(checked(curve.get(), NID_ecdsa_with_SHA3_256, NID_sha3_256, byCurve, "message"), SignatureCheck::valid);
    EXPECT_EQ(checked(edwards.get(), NID_ED25519, NID_sha512, byEdwards, "message"), SignatureCheck::valid);
    EXPECT_EQ(checked(rsa.get(), NID_rsaEncryption, NID_sha256, byRsa, "messagf"), SignatureCheck::invalid);
    EXPECT_EQ(checked(edwards.get(), NID_ED25519, NID_sha512, byEdwards, "messagf"), SignatureCheck::invalid);
}

TEST(SignatureValue, RefusesMixedAndUnknownAlgorithms) {
    const Key rsa(EVP_RSA_gen(2048));
    const auto value = signedBy(rsa.get(), EVP_sha256(), "message");
    const auto checked = [&](int nid, int digest) {
        return checkSignature(rsa.get(), algorithm(nid).get(), digest, {"message"}, value);
    };
    EXPECT_EQ(checked(NID_sha512WithRSAEncryption, NID_sha256), SignatureCheck::invalid);  // RFC 8933
    EXPECT_EQ(checked(NID_ecdsa_with_SHA256, NID_sha256), SignatureCheck::invalid);
    EXPECT_EQ(checked(NID_rsassaPss, NID_sha256), SignatureCheck::invalid);  // no parameters
    EXPECT_EQ(checked(NID_aes_128_cbc, NID_sha256), SignatureCheck::unsupported);
    EXPECT_EQ(checked(NID_rsaEncryption, NID_aes_128_cbc), SignatureCheck::unsupported);
}

TEST(SignatureValue, DigestsPartsAndKnowsWhenItCannot) {
    EXPECT_EQ(digestOf(NID_sha256, {"ab", "c"}), digestOf(NID_sha256, {"abc"}));
    EXPECT_FALSE(digestOf(NID_undef, {"abc"}).has_value());
}

}  // namespace
