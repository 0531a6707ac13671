#include "server/store/service_rows.h"
#include "tests/support/stored_rows.h"

#include <gtest/gtest.h>

namespace store {
namespace {

using domain::Job;
using domain::JobKind;
using domain::JobState;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

struct ServiceRowsTest : testing::Test, support::StoredRows {};

TEST_F(ServiceRowsTest, KeepEveryMemberOfAJob) {
    Job job{"A", JobKind::rejudge, JobState::failed, 3, 7, R"({"raised":2})", "Nie.", kNow, kNow};
    rows.saveJob(job);
    EXPECT_EQ(rows.job("A"), job);
    job.state = JobState::running;
    job.endedAt.reset();
    job.done = 4;
    rows.saveJob(job);
    EXPECT_EQ(rows.job("A"), job);
    EXPECT_EQ(rows.jobs({{}, 10}), std::vector{job});
    EXPECT_EQ(rows.jobs({"A", 10}), std::vector<Job>{});
    EXPECT_EQ(rows.job("B"), std::nullopt);
}

TEST_F(ServiceRowsTest, GoOnWithWhatWasRunningThenTheOldest) {
    EXPECT_EQ(rows.nextJob(), std::nullopt);
    const auto add = [this](const char* id, JobState state, int seconds) {
        Job job;
        job.id = id;
        job.state = state;
        job.madeAt = kNow + std::chrono::seconds(seconds);
        rows.saveJob(job);
    };
    add("A", JobState::done, 0);
    add("B", JobState::waiting, 3);
    add("C", JobState::waiting, 1);
    EXPECT_EQ(rows.nextJob()->id, "C");
    add("D", JobState::running, 5);
    EXPECT_EQ(rows.nextJob()->id, "D");
}

TEST_F(ServiceRowsTest, KnowTheOneOfAKindThatIsNotOver) {
    Job job;
    job.id = "A";
    job.kind = JobKind::rejudge;
    for (const JobState state : domain::kJobStates) {
        job.state = state;
        rows.saveJob(job);
        EXPECT_EQ(rows.openJob(JobKind::rejudge).has_value(), !isOver(job)) << name(state);
        EXPECT_EQ(rows.openJob(JobKind::archiveCheck), std::nullopt);
    }
}

TEST_F(ServiceRowsTest, KeepAnswersUntilTheyAreOld) {
    const workflow::KeptAnswer answer{"hash", 201, {{"location", "/a"}, {"etag", "\"1\""}}, "{\"ł\":1}", kNow};
    rows.keepAnswer("K", answer);
    EXPECT_EQ(rows.keptAnswer("K"), answer);
    const workflow::KeptAnswer other{"hash2", 200, {}, "", kNow + std::chrono::hours(1)};
    rows.keepAnswer("K", other);
    EXPECT_EQ(rows.keptAnswer("K"), other);
    rows.keepAnswer("L", answer);
    rows.removeAnswersBefore(kNow + std::chrono::seconds(1));
    EXPECT_EQ(rows.keptAnswer("L"), std::nullopt);
    EXPECT_EQ(rows.keptAnswer("K"), other);
}

}  // namespace
}  // namespace store
