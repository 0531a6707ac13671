#include "server/domain/account.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

std::string faultOf(std::string_view password) {
    const auto fault = passwordFault(password, "olga");
    return fault ? fault->key : "none";
}

TEST(UserName, IsKeptInSmallLetters) { EXPECT_EQ(userName("Olga.Machura@MOPS.pl"), "olga.machura@mops.pl"); }

TEST(UserName, MayHoldOnlyWhatIsEasyToType) {
    for (const std::string& good : {std::string("o"), std::string("olga.machura@mops.pl"), std::string(64, 'a')})
        EXPECT_EQ(nameFault(good), std::nullopt) << good;
    for (const std::string& bad :
         {std::string(), std::string("Olga"), std::string("ol ga"), std::string("żaneta"), std::string(65, 'a'),
          std::string("a\0b", 3), std::string("a/b"), std::string("a\nb")})
        EXPECT_NE(nameFault(bad), std::nullopt) << bad;
}

TEST(Password, IsLongEnoughByItsCharacters) {
    EXPECT_EQ(faultOf("zażółć gęśl"), "account.password_short");  // 11 characters, 17 octets
    EXPECT_EQ(faultOf("zażółć gęśla"), "none");
    EXPECT_EQ(faultOf(""), "account.password_short");
}

TEST(Password, HasALongestLength) {
    EXPECT_EQ(faultOf(std::string(256, 'x')), "none");
    EXPECT_EQ(faultOf(std::string(257, 'x')), "account.password_long");
}

TEST(Password, DoesNotHoldTheName) { EXPECT_EQ(faultOf("moje OLGA 2026 hasło"), "account.password_name"); }

TEST(Password, IsUtf8) { EXPECT_EQ(faultOf("dwanaście \xFF znaków"), "account.password_encoding"); }

TEST(Credential, IsLiveUntilItExpiresOrIsRevoked) {
    const base::Instant at = *base::parseInstant("2026-11-25T12:00:00Z");
    ApiToken token;
    token.expiresAt = at;
    EXPECT_TRUE(isLive(token, at - std::chrono::seconds(1)));
    EXPECT_FALSE(isLive(token, at));
    token.revokedAt = at - std::chrono::hours(1);
    EXPECT_FALSE(isLive(token, at - std::chrono::seconds(1)));
}

}  // namespace
}  // namespace domain
