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
    const auto event = audit.events(0, 10).at(0);
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
