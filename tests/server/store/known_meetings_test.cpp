#include "server/store/known_meetings.h"

#include <gtest/gtest.h>

namespace store {
namespace {

domain::Meeting named(const std::string& id, const std::string& project = {}) {
    domain::Meeting meeting;
    meeting.id = id;
    if (!project.empty()) meeting.project.emplace().title = project;
    return meeting;
}

TEST(KnownMeetings, HasWhatItWasGivenUntilItIsForgotten) {
    KnownMeetings known;
    EXPECT_EQ(known.find("a"), nullptr);
    known.keep(named("a", "1"));
    known.keep(named("b"));
    EXPECT_EQ(*known.find("a"), named("a", "1"));
    known.keep(named("a", "2"));
    EXPECT_EQ(*known.find("a"), named("a", "2"));
    known.forget("a");
    known.forget("c");
    EXPECT_EQ(known.find("a"), nullptr);
    EXPECT_EQ(*known.find("b"), named("b"));
}

TEST(KnownMeetings, GivesAllOrNone) {
    KnownMeetings known;
    EXPECT_TRUE(known.all({})->empty());
    known.keep(named("b"));
    known.keep(named("a"));
    EXPECT_EQ(*known.all({"a", "b"}), (std::vector{named("a"), named("b")}));
    EXPECT_FALSE(known.all({"a", "c"}));
}

TEST(KnownMeetings, KeepsNoMoreThanItMay) {
    KnownMeetings known;
    for (std::size_t i = 0; i <= KnownMeetings::kMost; ++i) known.keep(named(std::to_string(i)));
    std::size_t kept = 0;
    for (std::size_t i = 0; i <= KnownMeetings::kMost; ++i) kept += known.find(std::to_string(i)) == nullptr ? 0U : 1U;
    EXPECT_EQ(kept, 1U);
    EXPECT_NE(known.find(std::to_string(KnownMeetings::kMost)), nullptr);
}

}  // namespace
}  // namespace store
