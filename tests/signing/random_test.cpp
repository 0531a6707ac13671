#include "signing/random.h"

#include <gtest/gtest.h>

#include <set>

namespace signing {
namespace {

TEST(Random, GivesAsManyOctetsAsWanted) {
    EXPECT_EQ(randomOctets(0), "");
    EXPECT_EQ(randomOctets(33).size(), 33U);
}

TEST(Random, NeverRepeatsItself) {  // ASVS 7.2.3; 10^5 of 10^6, the rest adds nothing but time
    std::set<base::Bytes> seen;
    for (int i = 0; i < 100'000; ++i) seen.insert(randomOctets(32));
    EXPECT_EQ(seen.size(), 100'000U);
}

TEST(IsSameSecret, ComparesEveryOctet) {
    const base::Bytes secret = randomOctets(32);
    EXPECT_TRUE(isSameSecret(secret, base::Bytes(secret)));
    EXPECT_TRUE(isSameSecret("", ""));
    for (std::size_t i = 0; i < secret.size(); ++i) {
        base::Bytes other = secret;
        other[i] = static_cast<char>(other[i] ^ 1);
        EXPECT_FALSE(isSameSecret(secret, other)) << i;
    }
    EXPECT_FALSE(isSameSecret(secret, secret.substr(1)));
    EXPECT_FALSE(isSameSecret(secret, secret + '\0'));
}

}  // namespace
}  // namespace signing
