#include "server/service/job_runner.h"

#include <gtest/gtest.h>

#include <atomic>

#include "base/error.h"
#include "tests/support/stored_rows.h"

namespace service {
namespace {

using domain::Job;
using domain::JobKind;
using domain::JobState;

/// Three items, and what the test wants to happen.
class Work : public workflow::LongWork {
public:
    bool step(Job& job) override {
        ++steps;
        if (shallFail) throw base::Error(base::ErrorCode::internal, base::say("http.internal"));
        job.total = 3;
        return ++job.done >= 3;
    }
    std::atomic<int> steps = 0;
    bool shallFail = false;
};

struct JobRunnerTest : testing::Test, support::StoredRows {
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    Work work{};
    std::vector<std::string> told{};

    std::unique_ptr<JobRunner> runner() {
        return std::make_unique<JobRunner>(
            rows, JobRunner::Works{{JobKind::archiveCheck, work}, {JobKind::rejudge, work}}, [this] { return now; },
            [this](const base::Message& message) { told.push_back(message.key); });
    }
    void add(const std::string& id, JobState state, std::int64_t done = 0) {
        Job job;
        job.id = id;
        job.state = state;
        job.done = done;
        job.madeAt = now;
        rows.saveJob(job);
    }
    Job over(const std::string& id) {
        for (int i = 0; i < 2000 && !isOver(*rows.job(id)); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return *rows.job(id);
    }
};

TEST_F(JobRunnerTest, DoesWhatWaitsInSteps) {
    const auto running = runner();
    add("A", JobState::waiting);
    add("B", JobState::waiting);
    running->wake();
    const Job job = over("B");
    EXPECT_EQ(job.state, JobState::done);
    EXPECT_EQ(job.done, 3);
    EXPECT_EQ(job.endedAt, now);
    EXPECT_EQ(over("A").state, JobState::done);
    EXPECT_EQ(work.steps, 6);
}

TEST_F(JobRunnerTest, GoesOnAfterARestart) {
    add("A", JobState::running, 2);
    const auto running = runner();
    EXPECT_EQ(over("A").state, JobState::done);
    EXPECT_EQ(work.steps, 1);
}

TEST_F(JobRunnerTest, KeepsWhyAJobFailed) {
    work.shallFail = true;
    add("A", JobState::waiting);
    {
        const auto running = runner();
        const Job job = over("A");
        EXPECT_EQ(job.state, JobState::failed);
        EXPECT_EQ(base::text(base::fromInside(job.problem)), "Wystąpił błąd wewnętrzny serwera.");
    }
    EXPECT_EQ(told, std::vector<std::string>{"service.job_failed"});
}

}  // namespace
}  // namespace service
