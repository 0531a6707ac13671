#include "server/domain/job.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

TEST(Job, HasANameForEachKindAndState) {
    for (const JobKind kind : kJobKinds) EXPECT_EQ(jobKind(name(kind)), kind);
    for (const JobState state : kJobStates) EXPECT_EQ(jobState(name(state)), state);
    EXPECT_EQ(jobKind("backup"), std::nullopt);
    EXPECT_EQ(jobState(""), std::nullopt);
}

TEST(Job, IsOverWhenItIsDoneOrFailed) {
    const auto with = [](JobState state) {
        Job job;
        job.state = state;
        return job;
    };
    EXPECT_FALSE(isOver(with(JobState::waiting)));
    EXPECT_FALSE(isOver(with(JobState::running)));
    EXPECT_TRUE(isOver(with(JobState::done)));
    EXPECT_TRUE(isOver(with(JobState::failed)));
}

}  // namespace
}  // namespace domain
