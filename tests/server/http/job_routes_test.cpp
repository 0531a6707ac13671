#include "server/http/job_routes.h"

#include <gtest/gtest.h>

#include "tests/support/account_service.h"
#include "tests/support/stored_rows.h"

namespace http {
namespace {

struct JobRoutesTest : testing::Test, support::StoredRows {
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    workflow::Audit audit{rows, [this] { return now; }};
    workflow::Jobs jobs{rows, audit, [this] { return now; }};
    int woken = 0;
    std::vector<domain::Role> roles{domain::Role::archivist};
    Router router{jobRoutes({jobs, [this] { ++woken; }}),
                  [this](const Request&) { return domain::Actor{domain::Actor::Kind::user, "A", {}, roles}; },
                  domain::may};
    Response ask(const std::string& method, const std::string& path) {
        return router.answer(support::AccountService::request(method, path, {}));
    }
};

TEST_F(JobRoutesTest, MakeAJobAndShowHowFarItIs) {
    const Response made = ask("POST", "/api/v1/archive/checks");
    EXPECT_EQ(made.status, 202);
    EXPECT_EQ(woken, 1);
    const std::string place = support::fieldOf(made, "location");
    EXPECT_EQ(place, "/api/v1/jobs/" + support::textAt(made, "id"));
    const Response waiting = ask("GET", place);
    EXPECT_EQ(waiting.status, 200);
    EXPECT_EQ(support::fieldOf(waiting, "retry-after"), "1");
    domain::Job job = jobs.job(support::textAt(made, "id"));
    job.state = domain::JobState::done;
    job.result = R"({"damages":[{"kind":"missing"}]})";
    job.endedAt = now;
    rows.saveJob(job);
    const Response done = ask("GET", place);
    EXPECT_EQ(support::textAt(done, "result.damages.0.kind"), "missing");
    EXPECT_EQ(support::textAt(done, "ended_at"), "2026-11-25T12:00:00Z");
    EXPECT_EQ(support::fieldOf(done, "retry-after"), "");
    EXPECT_EQ(support::textAt(ask("GET", "/api/v1/jobs"), "data.0.kind"), "archive-check");
    EXPECT_EQ(ask("GET", "/api/v1/jobs/none").status, 404);
}

TEST_F(JobRoutesTest, AskThePolicyByKind) {
    EXPECT_EQ(ask("POST", "/api/v1/rejudgements").status, 403);
    roles = {domain::Role::clerk};
    EXPECT_EQ(ask("POST", "/api/v1/rejudgements").status, 202);
    EXPECT_EQ(ask("POST", "/api/v1/archive/checks").status, 403);
    EXPECT_EQ(woken, 1);
}

}  // namespace
}  // namespace http
