#include "base/letters.h"

#include <gtest/gtest.h>

#include <string_view>

namespace base {
namespace {

constexpr std::u32string_view kCapitals = U"AĄBCĆDEĘFGHIJKLŁMNŃOÓPQRSŚTUVWXYZŹŻ";
constexpr std::u32string_view kSmall = U"aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";

TEST(Letters, HaveTheirCaseInPolish) {
    ASSERT_EQ(kCapitals.size(), 35U);
    for (std::size_t i = 0; i < kCapitals.size(); ++i) {
        EXPECT_EQ(smallLetter(kCapitals[i]), kSmall[i]);
        EXPECT_EQ(capitalLetter(kSmall[i]), kCapitals[i]);
        EXPECT_EQ(smallLetter(kSmall[i]), kSmall[i]);
        EXPECT_EQ(capitalLetter(kCapitals[i]), kCapitals[i]);
    }
}

TEST(Letters, LoseTheirPolishMark) {
    constexpr std::u32string_view plain = U"aabccdeefghijkllmnnoopqrsstuvwxyzzz";
    for (std::size_t i = 0; i < kCapitals.size(); ++i) {
        EXPECT_EQ(plainLetter(kCapitals[i]), plain[i]);
        EXPECT_EQ(plainLetter(kSmall[i]), plain[i]);
    }
    EXPECT_EQ(plainLetter(U'ü'), U'ü');
}

TEST(Letters, LeaveWhatIsNoPolishLetter) {
    for (const char32_t point : std::u32string_view(U"0 @[`{–Äßя"))
        EXPECT_TRUE(smallLetter(point) == point && capitalLetter(point) == point);
}

}  // namespace
}  // namespace base
