#include "signing/identity.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"
#include "tests/support/source.h"

namespace {

base::Bytes key(const char* name) {
    std::ifstream in(support::source("tests/data/keys/") + name, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

base::ErrorCode fault(const base::Bytes& file, const char* password) {
    try {
        signing::Identity::fromPkcs12(file, password);
    } catch (const base::Error& error) {
        return error.code();
    }
    return base::ErrorCode::internal;
}

constexpr const char* kPassword = "zażółć gęślą jaźń";

TEST(Identity, OpensNewAndOldFilesWithAPolishPassword) {
    for (const char* name : {"rsa.p12", "rc2.p12", "3des.p12", "octets.p12", "repeated-chain.p12"})
        EXPECT_EQ(signing::Identity::fromPkcs12(key(name), kPassword).certificate().name, "Łucja Żółkiewska-Ćwik")
            << name;
    EXPECT_NO_THROW(signing::Identity::fromPkcs12(key("no-password.p12"), ""));
}

TEST(Identity, TellsAWrongPasswordFromAWrongFile) {
    EXPECT_EQ(fault(key("rsa.p12"), "inne"), base::ErrorCode::secret);
    EXPECT_EQ(fault("to nie jest klucz", kPassword), base::ErrorCode::unreadable);
    EXPECT_EQ(fault(key("no-key.p12"), kPassword), base::ErrorCode::refused);
}

TEST(Identity, SignsOnlyWithRsaAndEcdsa) {
    const auto refusal = [](const char* name) -> std::string {
        try {
            const auto identity = signing::Identity::fromPkcs12(key(name), kPassword);
            signing::checkMaySign(identity, identity.certificate().notBefore);
        } catch (const base::Error& error) {
            return error.message().key;
        }
        return "none";
    };
    for (const char* name : {"ed25519.p12", "ed448.p12", "rsa-pss.p12", "dsa.p12"})
        EXPECT_EQ(refusal(name), "identity.key_kind") << name;
    for (const char* name : {"rsa.p12", "ec.p12"}) EXPECT_EQ(refusal(name), "none") << name;
}

}  // namespace
