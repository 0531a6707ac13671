#include "base/civil_date.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(CivilDate, ReadsOnlyDaysThatExist) {
    EXPECT_TRUE(parseDate("2019-11-27"));
    EXPECT_FALSE(parseDate("2019-02-29"));
    EXPECT_FALSE(parseDate("2019-11-27 "));
    EXPECT_FALSE(parseDate("27.11.2019"));
}

TEST(CivilDate, ReadsInstantsWithAnOffset) {
    EXPECT_EQ(parseInstant("2026-01-31T13:00:00+01:00"), parseInstant("2026-01-31T12:00:00Z"));
    EXPECT_EQ(isoInstant(*parseInstant("2026-01-31")), "2026-01-31T00:00:00Z");
    EXPECT_FALSE(parseInstant("2026-01-31T25:00:00Z"));
}

TEST(CivilDate, KeepsTheTimeOfWarsaw) {
    EXPECT_EQ(pdfDate(*parseInstant("2019-11-27T09:30:00Z")), "D:20191127103000+01'00'");
    EXPECT_EQ(warsawInstant(*parseInstant("2026-03-29T00:59:59Z")), "2026-03-29T01:59:59+01:00");
    EXPECT_EQ(warsawInstant(*parseInstant("2026-03-29T01:00:00Z")), "2026-03-29T03:00:00+02:00");
    EXPECT_EQ(warsawInstant(*parseInstant("2026-10-25T01:00:00Z")), "2026-10-25T02:00:00+01:00");
    EXPECT_EQ(shortInstant(*parseInstant("2026-03-31T22:05:59Z")), "01.04.2026, 00:05 CEST");
    EXPECT_EQ(shortInstant(*parseInstant("2026-01-31T22:05:59Z")), "31.01.2026, 23:05 CET");
}

}  // namespace
}  // namespace base
