#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/accounts.h"
#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace store {
namespace {

using base::ErrorCode;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

struct SqliteAccountsTest : testing::Test, support::StoredRows {};

TEST_F(SqliteAccountsTest, AreWrittenWithTheirEventOrNotAtAll) {
    const domain::User olga{"A", "olga", "$argon2id$…", {domain::Role::clerk}, false, kNow};
    EXPECT_THROW(rows.transaction([&] {
        rows.saveUser(olga);
        rows.saveAttempts({"link", "a", 1, kNow + std::chrono::hours(1)}, kNow, 10);
        EXPECT_TRUE(rows.hasUsers());
        rows.addEvent({2, kNow, {}, {}, {}, {}, {}, {}, {}});  // the first one is missing
        throw std::runtime_error("no");
    }),
                 std::exception);
    EXPECT_FALSE(rows.hasUsers());
    EXPECT_FALSE(rows.attempts("link", "a"));
    EXPECT_EQ(rows.lastEvent(), std::nullopt);
    rows.saveUser(olga);
    EXPECT_EQ(rows.user("A"), olga);
    EXPECT_EQ(rows.userByName("olga"), olga);
}

TEST_F(SqliteAccountsTest, SayWhetherASignerHadALink) {
    const domain::SignerLink link{"h", "S", kNow, kNow + std::chrono::hours(1), {}};
    EXPECT_FALSE(rows.revokeLinksOf("S", kNow));
    rows.addLink(link);
    EXPECT_EQ(rows.linkByHash("h"), link);
    EXPECT_TRUE(rows.revokeLinksOf("S", kNow));
    EXPECT_FALSE(rows.revokeLinksOf("S", kNow));
}

TEST_F(SqliteAccountsTest, LetsOneOfManyFinishTheSetup) {
    support::Accounts<SqliteStore> accounts(rows);
    const std::string secret = accounts.setup.offer().value();
    std::atomic<int> won = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                try {
                    accounts.setup.finish(secret, {"admin" + std::to_string(i), support::kPassword, {}}, "");
                    ++won;
                } catch (const base::Error& error) {
                    EXPECT_EQ(error.code(), ErrorCode::secret);
                }
            });
    }
    EXPECT_EQ(won, 1);
    EXPECT_EQ(rows.users({"", 10}).size(), 1U);
}

}  // namespace
}  // namespace store
