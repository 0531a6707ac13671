#include "signing/pkcs12_work.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/file.h"
#include "signing/identity.h"
#include "tests/support/source.h"

namespace {

using namespace signing;

constexpr int kTooMany = 10'000'001;
constexpr const char* kPassword = "zażółć gęślą jaźń";
unsigned char salt[] = {1, 2, 3, 4, 5, 6, 7, 8};

base::Bytes key(const char* name) { return base::readFile(support::source("tests/data/keys/") + name, 1 << 20); }

Pkcs12 container(const char* name) {
    const base::Bytes file = key(name);
    const unsigned char* at = base::octets(base::ByteView(file));
    return own<Pkcs12>(d2i_PKCS12(nullptr, &at, static_cast<long>(file.size())), "d2i_PKCS12");
}

/// rsa.p12 with another algorithm over its certificates (the encrypted part) or over its key (a bag of the plain one).
enum class Over { certificates, key };
Pkcs12 withAlgorithm(Over over, X509_ALGOR* algorithm) {
    Pkcs12 made = container("rsa.p12");
    STACK_OF(PKCS7)* parts = PKCS12_unpack_authsafes(made.get());
    for (int i = 0; i < sk_PKCS7_num(parts); ++i) {
        PKCS7* part = sk_PKCS7_value(parts, i);
        if (PKCS7_type_is_encrypted(part) && over == Over::certificates) {
            X509_ALGOR_copy(part->d.encrypted->enc_data->algorithm, algorithm);
        } else if (PKCS7_type_is_data(part) && over == Over::key) {
            STACK_OF(PKCS12_SAFEBAG)* bags = PKCS12_unpack_p7data(part);
            X509_SIG* shrouded = const_cast<X509_SIG*>(PKCS12_SAFEBAG_get0_pkcs8(sk_PKCS12_SAFEBAG_value(bags, 0)));
            X509_ALGOR* old = nullptr;
            X509_SIG_getm(shrouded, &old, nullptr);
            X509_ALGOR_copy(old, algorithm);
            sk_PKCS7_set(parts, i, PKCS12_pack_p7data(bags));
            PKCS7_free(part);
            sk_PKCS12_SAFEBAG_pop_free(bags, PKCS12_SAFEBAG_free);
        }
    }
    PKCS12_pack_authsafes(made.get(), parts);
    sk_PKCS7_pop_free(parts, PKCS7_free);
    X509_ALGOR_free(algorithm);
    return made;
}

X509_ALGOR* pbkdf2(int iterations) { return PKCS5_pbe2_set(EVP_aes_256_cbc(), iterations, salt, sizeof salt); }
X509_ALGOR* oldPbe(int iterations) {
    return PKCS5_pbe_set(NID_pbe_WithSHA1And3_Key_TripleDES_CBC, iterations, salt, sizeof salt);
}
X509_ALGOR* scrypt(std::uint64_t n, std::uint64_t r, std::uint64_t p) {
    return PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), salt, sizeof salt, nullptr, n, r, p);
}

TEST(Pkcs12Work, IsAffordableAsToolsMakeIt) {
    for (const char* name : {"rsa.p12", "ec.p12", "rc2.p12", "3des.p12", "octets.p12", "no-password.p12", "no-key.p12",
                             "repeated-chain.p12"})
        EXPECT_TRUE(isAffordable(container(name).get())) << name;
    for (const Over over : {Over::certificates, Over::key}) {
        EXPECT_TRUE(isAffordable(withAlgorithm(over, pbkdf2(1'000'000)).get()));
        EXPECT_TRUE(isAffordable(withAlgorithm(over, oldPbe(1'000'000)).get()));
        EXPECT_TRUE(isAffordable(withAlgorithm(over, scrypt(1 << 14, 8, 1)).get()));
    }
}

TEST(Pkcs12Work, IsTooMuchInAnyEncryptedPart) {
    for (const Over over : {Over::certificates, Over::key}) {
        EXPECT_FALSE(isAffordable(withAlgorithm(over, pbkdf2(kTooMany)).get()));
        EXPECT_FALSE(isAffordable(withAlgorithm(over, oldPbe(kTooMany)).get()));
        EXPECT_FALSE(isAffordable(withAlgorithm(over, scrypt(1 << 14, 1, 1 << 14)).get()));
    }
    EXPECT_FALSE(isAffordable(withAlgorithm(Over::key, pbkdf2(9'999'999)).get()));  // with the MAC and the certificates
}

TEST(Pkcs12Work, IsTooMuchInTheMacAndThePasswordIsNotTried) {
    const Pkcs12 costly = container("rsa.p12");
    const ASN1_INTEGER* iterations = nullptr;
    PKCS12_get0_mac(nullptr, nullptr, nullptr, &iterations, costly.get());
    ASN1_INTEGER_set(const_cast<ASN1_INTEGER*>(iterations), kTooMany);
    EXPECT_FALSE(isAffordable(costly.get()));
    const base::Bytes file = der(i2d_PKCS12, costly.get(), "i2d_PKCS12");
    try {
        Identity::fromPkcs12(file, kPassword);
        ADD_FAILURE();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::unreadable);
    }
}

TEST(Pkcs12Work, OfAnyTruncationEndsInAnErrorOfOurs) {
    const base::Bytes file = key("rsa.p12");
    for (std::size_t length = 0; length < file.size(); length += 5)
        EXPECT_THROW(Identity::fromPkcs12(base::ByteView(file).substr(0, length), kPassword), base::Error) << length;
}

}  // namespace
