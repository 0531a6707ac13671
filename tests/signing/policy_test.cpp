#include "signing/policy.h"

#include <gtest/gtest.h>

#include "signing/openssl.h"

namespace {

using namespace signing;

base::Instant day(const char* text) { return base::parseInstant(text).value(); }

TEST(Policy, LetsDigestsEnd) {
    EXPECT_TRUE(isStrongDigest(NID_sha256, day("2050-01-01")));
    EXPECT_TRUE(isStrongDigest(NID_sha3_512, day("2050-01-01")));
    EXPECT_TRUE(isStrongDigest(NID_sha1, day("2012-07-31")));
    EXPECT_FALSE(isStrongDigest(NID_sha1, day("2012-08-01")));
    EXPECT_FALSE(isStrongDigest(NID_md5, day("2010-01-01")));
    EXPECT_FALSE(isStrongDigest(NID_undef, day("2000-01-01")));
}

TEST(Policy, LetsKeysEnd) {
    const Key small(EVP_RSA_gen(1024)), usual(EVP_RSA_gen(2048)), curve(EVP_EC_gen("P-256")), old(EVP_EC_gen("P-192"));
    EXPECT_FALSE(isStrong(small.get(), day("2026-01-01")));
    EXPECT_TRUE(isStrong(small.get(), day("2008-01-01")));
    EXPECT_TRUE(isStrong(usual.get(), day("2026-01-01")));
    EXPECT_FALSE(isStrong(usual.get(), day("2029-01-01")));
    EXPECT_TRUE(isStrong(curve.get(), day("2050-01-01")));
    EXPECT_FALSE(isStrong(old.get(), day("2026-01-01")));
    EXPECT_EQ(keyName(small.get()), "RSA-1024");
    EXPECT_EQ(keyName(old.get()), "EC-192");
}

}  // namespace
