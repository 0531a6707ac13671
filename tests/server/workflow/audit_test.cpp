#include "server/workflow/audit.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"

namespace workflow {
namespace {

using Kind = domain::AuditFault::Kind;

struct AuditTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    Audit& audit = accounts.audit;

    void record(int count) {
        for (int i = 0; i < count; ++i) audit.record(support::kSystem, {"user.make", "user", std::to_string(i), ""});
    }
};

TEST_F(AuditTest, RecordsWhoDidWhatWhenToWhat) {
    audit.record({domain::Actor::Kind::token, "T", "U", {}, {}}, {"document.issue", "document", "D", "late"});
    const auto event = audit.events({0, 10}).at(0);
    EXPECT_EQ(event.sequence, 1);
    EXPECT_EQ(event.at, accounts.now);
    EXPECT_EQ(event.actorKind, domain::Actor::Kind::token);
    EXPECT_EQ(event.actorId, "T");
    EXPECT_EQ(event.action, "document.issue");
    EXPECT_EQ(event.subjectKind, "document");
    EXPECT_EQ(event.subjectId, "D");
    EXPECT_EQ(event.detail, "late");
    EXPECT_EQ(event.hash.size(), 64U);
}

/// A trail whose rows take nothing more.
struct BrokenTrail final : support::MemoryAccounts {
    void addEvent(const domain::AuditEvent& /*event*/) override {
        throw base::Error(base::ErrorCode::internal, base::say("store.failed"));
    }
};

TEST_F(AuditTest, SaysToTryAgainWhenTheTrailCannotBeWritten) {
    BrokenTrail broken;
    Audit trail(broken, [this] { return accounts.now; });
    try {
        trail.record(support::kSystem, {"user.make", "user", "1", ""});
        FAIL() << "it was recorded";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::busy);
        EXPECT_EQ(error.message().key, "audit.unwritable");
    }
}

std::vector<std::int64_t> sequences(const std::vector<domain::AuditEvent>& events) {
    std::vector<std::int64_t> all;
    for (const auto& one : events) all.push_back(one.sequence);
    return all;
}

TEST_F(AuditTest, ShowsTheNewestFirstAndPageAfterPage) {
    EXPECT_TRUE(audit.events({0, 3, true}).empty());
    record(2500);
    EXPECT_EQ(sequences(audit.events({0, 3, true})), (std::vector<std::int64_t>{2500, 2499, 2498}));
    EXPECT_EQ(sequences(audit.events({2498, 2, true})), (std::vector<std::int64_t>{2497, 2496}));
    EXPECT_EQ(sequences(audit.events({3, 5, true})), (std::vector<std::int64_t>{2, 1}));
    EXPECT_TRUE(audit.events({1, 5, true}).empty());
    EXPECT_EQ(audit.events({0, 5000, true}).size(), 2500U);
    EXPECT_EQ(sequences(audit.events({2498, 5})), (std::vector<std::int64_t>{2499, 2500}));
}

TEST_F(AuditTest, FindsEntriesByWords) {
    record(2500);
    audit.record(support::kSystem, {"document.void", "document", "D", "Łącznie"});
    EXPECT_EQ(sequences(audit.events({0, 9, true, "VOID lacznie"})), std::vector<std::int64_t>{2501});
    EXPECT_EQ(sequences(audit.events({0, 9, false, "user 2498"})), std::vector<std::int64_t>{2499});
    EXPECT_TRUE(audit.events({0, 9, true, "nic"}).empty());
}

TEST_F(AuditTest, ChecksATrailOfMoreThanOnePiece) {
    record(2500);
    const AuditCheck check = audit.check();
    EXPECT_EQ(check.count, 2500);
    EXPECT_TRUE(check.faults.empty());
    EXPECT_EQ(check.lastHash, rows.rows.events.back().hash);
}

TEST_F(AuditTest, FindsWhatIsMissingOrAltered) {
    record(2500);
    rows.rows.events.erase(rows.rows.events.begin() + 1000);
    rows.rows.events[2000].detail = "x";
    EXPECT_EQ(audit.check().faults, (std::vector<domain::AuditFault>{{Kind::missing, 1001}, {Kind::altered, 2002}}));
}

TEST_F(AuditTest, LeavesTheGapWhereTheLastEntryIsMissing) {
    record(3);
    rows.rows.events.pop_back();
    EXPECT_EQ(audit.check().faults, (std::vector<domain::AuditFault>{{Kind::missing, 3}}));
    record(1);
    EXPECT_EQ(audit.check().faults, (std::vector<domain::AuditFault>{{Kind::missing, 3}}));
}

TEST_F(AuditTest, IsWholeWhenItIsEmpty) {
    EXPECT_TRUE(audit.check().faults.empty());
    EXPECT_EQ(audit.check().count, 0);
}

}  // namespace
}  // namespace workflow
