#include "signing/digest.h"

#include <gtest/gtest.h>

namespace {

/// FIPS 180-4's examples.
TEST(Digest, IsSha256) {
    EXPECT_EQ(base::hex(signing::sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(base::hex(signing::sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Digest, TakesPartsOneAfterAnother) { EXPECT_EQ(signing::sha256({"a", "", "bc"}), signing::sha256("abc")); }

}  // namespace
