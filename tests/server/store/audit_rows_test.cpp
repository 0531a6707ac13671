#include "server/store/audit_rows.h"

#include <gtest/gtest.h>

#include "server/store/sqlite.h"
#include "server/store/sqlite_store.h"
#include "tests/support/accounts.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using Kind = domain::AuditFault::Kind;

struct AuditRowsTest : testing::Test {
    support::TemporaryFolder folder{};
    DataFolder data{folder.path()};
    SqliteStore store{data};
    support::Accounts<SqliteStore> accounts{store};
    Connection thief = openDatabase(folder / "akces.sqlite");  ///< somebody with the file and an SQLite of their own

    void record(int count) {
        for (int i = 0; i < count; ++i)
            accounts.audit.record(support::kSystem, {"user.make", "user", std::to_string(i), "clerk"});
    }
    void tamper(const char* sql) {
        execute(thief,
                "DROP TRIGGER IF EXISTS audit_is_not_changed; DROP TRIGGER IF EXISTS audit_is_not_removed;"
                "DROP TRIGGER IF EXISTS audit_is_not_replaced");
        execute(thief, sql);
    }
};

TEST_F(AuditRowsTest, GiveBackEveryMember) {
    accounts.audit.record({domain::Actor::Kind::link, "S", {}, {}, {}}, {"signer.open", "signer", "S", "ż"});
    record(2);
    const auto events = store.events(0, 10);
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].hash, domain::auditHash("", events[0]));
    EXPECT_EQ(events[0].actorKind, domain::Actor::Kind::link);
    EXPECT_EQ(events[0].detail, "ż");
    EXPECT_EQ(store.lastEvent(), events[2]);
    EXPECT_EQ(store.events(1, 1), std::vector{events[1]});
    EXPECT_EQ(store.lastSequence(), 3);
    EXPECT_TRUE(accounts.audit.check().faults.empty());
}

TEST_F(AuditRowsTest, CannotBeChangedRemovedOrReplaced) {
    record(3);
    for (const char* sql :
         {"UPDATE audit SET detail = 'x'", "UPDATE audit SET sequence = 9 WHERE sequence = 3", "DELETE FROM audit",
          "DELETE FROM audit WHERE sequence = 3",
          "INSERT OR REPLACE INTO audit SELECT sequence, at, actor_kind, actor, 'x', subject_kind, subject, "
          "detail, hash FROM audit WHERE sequence = 2"})
        EXPECT_THROW(execute(thief, sql), base::Error) << sql;
    EXPECT_TRUE(accounts.audit.check().faults.empty());
    EXPECT_EQ(accounts.audit.check().count, 3);
}

TEST_F(AuditRowsTest, TellWhichOneIsMissingEvenTheLast) {
    record(5);
    tamper("DELETE FROM audit WHERE sequence IN (2, 5)");
    EXPECT_EQ(accounts.audit.check().faults, (std::vector<domain::AuditFault>{{Kind::missing, 2}, {Kind::missing, 5}}));
    record(1);
    EXPECT_EQ(accounts.audit.check().faults, (std::vector<domain::AuditFault>{{Kind::missing, 2}, {Kind::missing, 5}}));
}

TEST_F(AuditRowsTest, TellWhichOneWasAlteredInAnyColumn) {
    for (const char* change : {"at = at + 1", "actor_kind = 'user'", "actor_kind = 'nobody'", "actor = 'x'",
                               "action = 'x'", "subject_kind = 'x'", "subject = 'x'", "detail = ''"}) {
        record(3);
        const std::int64_t at = store.lastSequence() - 1;
        const std::size_t before = accounts.audit.check().faults.size();
        tamper(("UPDATE audit SET " + std::string(change) + " WHERE sequence = " + std::to_string(at)).c_str());
        const auto faults = accounts.audit.check().faults;
        ASSERT_EQ(faults.size(), before + 1) << change;
        EXPECT_EQ(faults.back(), (domain::AuditFault{Kind::altered, at})) << change;
    }
}

TEST_F(AuditRowsTest, TellThatTwoChangedPlaces) {
    record(4);
    tamper(
        "UPDATE audit SET sequence = 9 WHERE sequence = 2; UPDATE audit SET sequence = 2 WHERE sequence = 3;"
        "UPDATE audit SET sequence = 3 WHERE sequence = 9; UPDATE sqlite_sequence SET seq = 4");
    EXPECT_FALSE(accounts.audit.check().faults.empty());
}

TEST_F(AuditRowsTest, AreNotWrittenWithoutWhatTheyTellNorThatWithoutThem) {
    tamper("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'full'); END");
    EXPECT_THROW(accounts.makeUser("olga", {domain::Role::clerk}), base::Error);
    EXPECT_FALSE(store.hasUsers());
    execute(thief, "DROP TRIGGER full");
    accounts.makeUser("olga", {domain::Role::clerk});
    EXPECT_THROW(accounts.makeUser("olga", {domain::Role::clerk}), base::Error);  // the name is taken
    EXPECT_EQ(accounts.told(), (std::vector<std::string>{"user.make clerk"}));
}

}  // namespace
}  // namespace store
