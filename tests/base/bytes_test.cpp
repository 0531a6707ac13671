#include "base/bytes.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace base {
namespace {

TEST(Bytes, AreWrittenInLowerCaseHexadecimal) { EXPECT_EQ(hex(std::string_view("\x00\xAB\xff", 3)), "00abff"); }

TEST(Bytes, AreReadFromHexadecimalOfEitherCase) { EXPECT_EQ(fromHex("00aBfF"), std::string("\x00\xAB\xff", 3)); }

TEST(Bytes, RefuseWhatIsNoHexadecimal) {
    EXPECT_THROW(fromHex("0"), Error);
    EXPECT_THROW(fromHex("0g"), Error);
}

TEST(Bytes, FollowTheTestVectorsOfBase32) {  // RFC 4648 section 10, without padding
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(Bytes, FollowTheTestVectorsOfBase64) {  // RFC 4648 section 10, without padding
    EXPECT_EQ(base64Url(""), "");
    EXPECT_EQ(base64Url("f"), "Zg");
    EXPECT_EQ(base64Url("fo"), "Zm8");
    EXPECT_EQ(base64Url("foo"), "Zm9v");
    EXPECT_EQ(base64Url("foob"), "Zm9vYg");
    EXPECT_EQ(base64Url("fooba"), "Zm9vYmE");
    EXPECT_EQ(base64Url("foobar"), "Zm9vYmFy");
}

TEST(Bytes, AreWrittenInPaddedBase64) {  // RFC 4648 section 10
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("\xFB\xEF\xFF\xFE"), "++///g==");
}

TEST(Bytes, AreWrittenInBase64WithoutWhatAnAddressGivesAMeaning) { EXPECT_EQ(base64Url("\xFB\xEF\xFF\xFE"), "--___g"); }

}  // namespace
}  // namespace base
