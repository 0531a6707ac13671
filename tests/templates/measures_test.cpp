#include "templates/measures.h"

#include <gtest/gtest.h>

namespace {

using namespace templates;

TEST(LengthPt, ReadsMillimetresAndPoints) {
    EXPECT_NEAR(lengthPt("25.4mm"), 72, 1e-9);
    EXPECT_EQ(lengthPt("12pt"), 12);
    EXPECT_EQ(lengthPt("12"), 12);
    EXPECT_EQ(lengthPt("0"), 0);
}

TEST(LengthPt, RefusesAnyOtherText) {
    for (const char* bad : {"", "mm", "-1", "nan", "inf", "1e9", "5 mm", "5cm", "5mmm", "2001"})
        EXPECT_LT(lengthPt(bad), 0) << bad;
}

TEST(ShareOf, ReadsAStarWithAndWithoutItsNumber) {
    EXPECT_EQ(shareOf("*"), 1);
    EXPECT_EQ(shareOf("1.5*"), 1.5);
    for (const char* bad : {"", "1.5", "0*", "-1*", "nan*", "x*", "1*2", "1000*"}) EXPECT_LT(shareOf(bad), 0) << bad;
}

TEST(TimesOf, ReadsSmallWholeNumbers) {
    EXPECT_EQ(timesOf("5"), 5U);
    EXPECT_EQ(timesOf("200"), 200U);
    for (const char* bad : {"", "0", "201", "-1", "1.5", "5mm", "99999999999999999999"})
        EXPECT_EQ(timesOf(bad), 0U) << bad;
}

}  // namespace
