#include "server/workflow/jobs.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/memory_store.h"
#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace workflow {
namespace {

using domain::Job;
using domain::JobKind;
using domain::JobState;

const domain::Actor kSystem{domain::Actor::Kind::system};

/// Objects in memory, some of which are found damaged.
class Objects : public support::MemoryArchive {
public:
    base::Bytes get(std::string_view sha256) override {
        if (sha256 == damaged) throw base::Error(base::ErrorCode::unreadable, base::say("archive.damaged", {damaged}));
        return MemoryArchive::get(sha256);
    }
    std::string damaged{};
};

struct JobsTest : testing::Test, support::StoredRows {
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    Audit audit{rows, [this] { return now; }};
    Jobs jobs{rows, audit, [this] { return now; }};
    Objects files{};

    void addRecord(const std::string& name) {
        domain::Record record;
        record.id = name;
        record.fileName = name + ".pdf";
        record.sha256 = files.put(name);
        record.snapshotSha256 = files.put("meeting");
        record.verdictSha256 = files.put("verdict of " + name);
        rows.addRecord(record);
    }
};

TEST_F(JobsTest, AreMadeOnceWhileOneIsOpen) {
    const Job first = jobs.make(kSystem, JobKind::archiveCheck);
    EXPECT_EQ(jobs.make(kSystem, JobKind::archiveCheck), first);
    EXPECT_NE(jobs.make(kSystem, JobKind::rejudge).id, first.id);
    Job begun = jobs.make(kSystem, JobKind::rejudge);
    begun.state = JobState::running;
    rows.saveJob(begun);
    const Job next = jobs.make(kSystem, JobKind::rejudge);  // with trust that came after that had begun
    EXPECT_NE(next.id, begun.id);
    EXPECT_EQ(jobs.make(kSystem, JobKind::rejudge), next);
    Job over = first;
    over.state = JobState::done;
    rows.saveJob(over);
    EXPECT_NE(jobs.make(kSystem, JobKind::archiveCheck).id, first.id);
    EXPECT_EQ(audit.events({0, 10}).size(), 4U);
    EXPECT_EQ(support::codeOf([&] { jobs.job("X"); }), base::ErrorCode::notFound);
}

TEST_F(JobsTest, FindEveryDamageOverSeveralSteps) {
    for (int i = 0; i < 60; ++i) addRecord(std::to_string(i));
    const std::string damaged = rows.records()[7].sha256;
    const std::string missing = rows.records()[50].verdictSha256;
    files.damaged = damaged;
    files.objects.erase(missing);
    ArchiveCheck check(rows, files);
    Job job;
    int steps = 0;
    for (bool isDone = false; !isDone; ++steps) isDone = check.step(job);
    EXPECT_EQ(steps, 3);
    EXPECT_EQ(job.done, 121);
    EXPECT_EQ(job.total, 121);
    EXPECT_NE(job.result.find(R"({"files":["7.pdf"],"kind":"damaged","object":")" + damaged + "\"}"), std::string::npos)
        << job.result;
    EXPECT_NE(job.result.find(R"({"files":["50.pdf"],"kind":"missing","object":")" + missing + "\"}"),
              std::string::npos)
        << job.result;
}

TEST_F(JobsTest, AreDoneAtOnceOverAnEmptyArchive) {
    ArchiveCheck check(rows, files);
    Job job;
    EXPECT_TRUE(check.step(job));
    EXPECT_EQ(job.result, R"({"damages":[]})");
}

}  // namespace
}  // namespace workflow
