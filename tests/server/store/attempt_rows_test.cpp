#include "server/store/attempt_rows.h"

#include <gtest/gtest.h>

#include "server/store/schema.h"
#include "server/store/sqlite.h"
#include "tests/support/stored_rows.h"

namespace store {
namespace {

using workflow::Attempts;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

struct AttemptRowsTest : testing::Test, support::StoredRows {
    void save(const char* what, const char* who, std::int64_t count, int seconds, std::size_t most = 100) {
        rows.saveAttempts({what, who, count, kNow + std::chrono::seconds(seconds)}, kNow, most);
    }
    std::int64_t count(const char* what, const char* who) {
        const auto found = rows.attempts(what, who);
        return found ? found->count : 0;
    }
};

TEST_F(AttemptRowsTest, KeepEveryMemberAndReplaceByWhatAndWho) {
    const Attempts once{"link", "a", 1, kNow + std::chrono::seconds(60)};
    rows.saveAttempts(once, kNow, 100);
    EXPECT_EQ(rows.attempts("link", "a")->end, once.end);
    save("link", "a", 7, 60);
    save("setup", "a", 2, 60);
    EXPECT_EQ(count("link", "a"), 7);
    EXPECT_EQ(count("setup", "a"), 2);
    rows.removeAttempts("link", "a");
    EXPECT_EQ(count("link", "a"), 0);
    EXPECT_EQ(count("setup", "a"), 2);
}

TEST_F(AttemptRowsTest, DropThoseWhoseEndHasCome) {
    save("link", "a", 1, 60);
    rows.saveAttempts({"link", "b", 1, kNow + std::chrono::seconds(120)}, kNow + std::chrono::seconds(60), 100);
    EXPECT_EQ(count("link", "a"), 0);
    EXPECT_EQ(count("link", "b"), 1);
}

TEST_F(AttemptRowsTest, KeepThoseThatEndLast) {
    save("setup", "other", 1, 1);
    for (int i = 1; i <= 5; ++i) save("link", std::to_string(i).c_str(), 1, i, 3);
    EXPECT_EQ(count("link", "1") + count("link", "2"), 0);
    EXPECT_EQ(count("link", "3") + count("link", "4") + count("link", "5"), 3);
    EXPECT_EQ(count("setup", "other"), 1);
}

TEST(AttemptRowsByIndex, AreFoundPrunedAndBoundedWithoutReadingThemAll) {
    const support::TemporaryFolder folder;
    Connection connection = openDatabase(folder / "a.sqlite");
    ensureSchema(connection);
    const auto stepsThroughATable = [&] {
        int steps = 0;
        for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(connection.get(), one)) != nullptr;)
            steps += sqlite3_stmt_status(one, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
        return steps;
    };
    for (int i = 0; i < 20; ++i) upsertAttempts(connection, {"link", std::to_string(i), 1, kNow});
    stepsThroughATable();
    selectAttempts(connection, "link", "1");
    deleteAttemptsEndedBy(connection, "link", kNow - std::chrono::seconds(1));
    keepLastAttempts(connection, "link", 10);
    EXPECT_EQ(stepsThroughATable(), 0);
    Statement(connection, "DELETE FROM attempt WHERE ends_at < 0").step();
    EXPECT_GE(stepsThroughATable(), 9) << "a control: the index is not by time alone";
}

}  // namespace
}  // namespace store
