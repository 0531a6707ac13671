#include "base/plural.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace base {
namespace {

TEST(PolishPlural, FollowsCldr) {  // unicode.org, CLDR plural rules, pl
    for (const long long one : {1, -1}) EXPECT_EQ(polishPlural(one), Plural::one) << one;
    for (const long long few : {2, 3, 4, 22, 33, 104, 1002}) EXPECT_EQ(polishPlural(few), Plural::few) << few;
    EXPECT_EQ(polishPlural(INT64_MIN), Plural::many);  // …808
    for (const long long many : {0, 5, 11, 12, 13, 14, 21, 25, 31, 111, 112, 114, 1012})
        EXPECT_EQ(polishPlural(many), Plural::many) << many;
}

TEST(EnglishPlural, KnowsOneAndTheRest) {
    EXPECT_EQ(englishPlural(1), Plural::one);
    for (const long long many : {0, 2, 5, 21}) EXPECT_EQ(englishPlural(many), Plural::many) << many;
}

}  // namespace
}  // namespace base
