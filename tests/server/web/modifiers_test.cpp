#include "server/web/modifiers.h"

#include <gtest/gtest.h>

#include "base/message.h"

namespace web {
namespace {

TEST(Modifiers, LayOutDaysAndMomentsOfWarsaw) {
    EXPECT_EQ(longDay("2019-11-27"), "27 listopada 2019 r.");
    EXPECT_EQ(shortDay("2019-01-02"), "02.01.2019");
    EXPECT_EQ(moment("2026-07-01T10:30:00Z"), "01.07.2026, 12:30\u00a0CEST");
    EXPECT_TRUE(hour("2026-01-01T10:30:00Z").starts_with("11:30"));
    const base::LanguageScope scope(base::Language::english);
    EXPECT_EQ(longDay("2019-11-27"), "27 November 2019");
}

TEST(Modifiers, LeaveWhatIsNoSuchValue) {
    for (const char* odd : {"", "jutro", "2019-02-31"}) {
        EXPECT_EQ(longDay(odd), odd);
        EXPECT_EQ(moment(odd), odd);
        EXPECT_EQ(fileSize(odd), odd);
        EXPECT_EQ(grouped(odd), odd);
    }
}

TEST(Modifiers, RoundSizes) {
    EXPECT_EQ(fileSize("999"), "999\u00a0B");
    EXPECT_EQ(fileSize("2500"), "2,5\u00a0kB");
    EXPECT_EQ(fileSize("26999"), "27\u00a0kB");
    EXPECT_EQ(fileSize("999500"), "1\u00a0MB");
    EXPECT_EQ(fileSize("2540000"), "2,5\u00a0MB");
    const base::LanguageScope scope(base::Language::english);
    EXPECT_EQ(fileSize("2540000"), "2.5\u00a0MB");
}

TEST(Modifiers, GroupDigitsByThree) {
    EXPECT_EQ(grouped("123"), "123");
    EXPECT_EQ(grouped("12345"), "12\u00a0345");
    EXPECT_EQ(grouped("-1234567"), "-1\u00a0234\u00a0567");
}

}  // namespace
}  // namespace web
