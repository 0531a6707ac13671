#include "server/store/account_rows.h"

#include <gtest/gtest.h>

#include "server/store/schema.h"
#include "server/store/sqlite.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using domain::Role;
using domain::Scope;
using std::chrono::hours;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

struct AccountRowsTest : testing::Test {
    AccountRowsTest() { ensureSchema(rows); }

    support::TemporaryFolder folder{};
    Connection owned = openDatabase(folder / "a.sqlite");
    Connection& rows = owned;
    domain::User olga{"A", "olga", "$argon2id$…", {Role::clerk, Role::administrator}, false, kNow};
    domain::User left{"B", "left", "$argon2id$…", {Role::administrator}, true, kNow + hours(1)};
};

TEST_F(AccountRowsTest, GiveBackEveryMemberOfAUser) {
    EXPECT_FALSE(hasUsers(rows));
    upsertUser(rows, left);
    upsertUser(rows, olga);
    EXPECT_TRUE(hasUsers(rows));
    EXPECT_EQ(selectUser(rows, "A"), olga);
    EXPECT_EQ(selectUser(rows, "B"), left);
    EXPECT_EQ(selectUser(rows, "C"), std::nullopt);
    EXPECT_EQ(selectUserByName(rows, "olga"), olga);
    EXPECT_EQ(selectUserByName(rows, "OLGA"), std::nullopt);
    EXPECT_EQ(selectUsers(rows, {"", 10}), (std::vector<domain::User>{olga, left}));
    EXPECT_EQ(selectUsers(rows, {"", 1}), (std::vector<domain::User>{olga}));
    EXPECT_EQ(selectUsers(rows, {"A", 10}), (std::vector<domain::User>{left}));
}

TEST_F(AccountRowsTest, ReplaceAUserWhole) {
    upsertUser(rows, olga);
    olga = {"A", "olga.m", "$argon2id$other", {Role::reader}, true, kNow + hours(2)};
    upsertUser(rows, olga);
    EXPECT_EQ(selectUsers(rows, {"", 10}), (std::vector<domain::User>{olga}));
}

TEST_F(AccountRowsTest, HaveEachNameOnce) {
    upsertUser(rows, olga);
    left.name = "olga";
    EXPECT_EQ(support::failureOf([&] { upsertUser(rows, left); }), "account.name_taken");
    EXPECT_EQ(support::codeOf([&] { upsertUser(rows, left); }), base::ErrorCode::conflict);
}

TEST_F(AccountRowsTest, CountAdministratorsWhoMayStillAct) {
    EXPECT_EQ(countAdministrators(rows), 0U);
    upsertUser(rows, left);
    EXPECT_EQ(countAdministrators(rows), 0U);
    upsertUser(rows, olga);
    EXPECT_EQ(countAdministrators(rows), 1U);
}

TEST_F(AccountRowsTest, RefuseARoleThatNobodyKnows) {
    upsertUser(rows, olga);
    execute(rows, "UPDATE user_role SET role = 'root' WHERE role = 'clerk'");
    EXPECT_EQ(support::codeOf([&] { selectUser(rows, "A"); }), base::ErrorCode::unreadable);
}

TEST_F(AccountRowsTest, KeepSessionsUntilTheyAreRemoved) {
    upsertUser(rows, olga);
    upsertUser(rows, left);
    const domain::Session first{"11", "A", kNow, kNow + hours(1)}, second{"22", "A", kNow, kNow + hours(2)},
        other{"33", "B", kNow, kNow + hours(3)};
    for (const auto& one : {first, second, other}) insertSession(rows, one);
    EXPECT_EQ(selectSession(rows, "11"), first);
    EXPECT_EQ(selectSession(rows, "3"), std::nullopt);
    deleteSessionsOf(rows, "A", "22");
    EXPECT_EQ(selectSession(rows, "11"), std::nullopt);
    EXPECT_EQ(selectSession(rows, "22"), second);
    deleteSessionsExpiredBy(rows, kNow + hours(2));
    EXPECT_EQ(selectSession(rows, "22"), std::nullopt);
    EXPECT_EQ(selectSession(rows, "33"), other);
    deleteSession(rows, "33");
    EXPECT_EQ(selectSession(rows, "33"), std::nullopt);
    EXPECT_THROW(insertSession(rows, {"44", "nobody", kNow, kNow}), base::Error);
}

TEST_F(AccountRowsTest, GiveBackEveryMemberOfAToken) {
    upsertUser(rows, olga);
    upsertUser(rows, left);
    domain::ApiToken token{"T", "aa", "A", "import „ż”", {Scope::read, Scope::audit}, kNow, kNow + hours(9), {}};
    const domain::ApiToken other{"U", "bb", "B", "x", {Scope::links}, kNow, kNow + hours(9), kNow + hours(1)};
    upsertToken(rows, token);
    upsertToken(rows, other);
    EXPECT_EQ(selectToken(rows, "T"), token);
    EXPECT_EQ(selectTokenByHash(rows, "bb"), other);
    EXPECT_EQ(selectTokenByHash(rows, "T"), std::nullopt);
    EXPECT_EQ(selectTokensOf(rows, "A", {"", 10}), (std::vector<domain::ApiToken>{token}));
    EXPECT_TRUE(selectTokensOf(rows, "A", {"T", 10}).empty());
    token.revokedAt = kNow + hours(2);
    token.scopes = {Scope::meetings};
    upsertToken(rows, token);
    EXPECT_EQ(selectToken(rows, "T"), token);
}

TEST_F(AccountRowsTest, GiveOneSignersLinksToAnother) {
    const domain::SignerLink link{"aa", "S", kNow, kNow + hours(9), {}}, other{"bb", "R", kNow, kNow + hours(9), {}};
    insertLink(rows, link);
    insertLink(rows, other);
    moveLinks(rows, "S", "T");
    EXPECT_EQ(selectLink(rows, "aa")->signer, "T");
    EXPECT_EQ(selectLink(rows, "bb"), other);
    EXPECT_FALSE(revokeLinksOf(rows, "S", kNow));
    EXPECT_TRUE(revokeLinksOf(rows, "T", kNow));
}

TEST_F(AccountRowsTest, GiveBackEveryMemberOfALink) {
    const domain::SignerLink link{"aa", "S", kNow, kNow + hours(9), {}}, other{"bb", "R", kNow, kNow + hours(9), {}};
    insertLink(rows, link);
    insertLink(rows, other);
    EXPECT_EQ(selectLink(rows, "aa"), link);
    EXPECT_TRUE(revokeLinksOf(rows, "S", kNow + hours(1)));
    EXPECT_FALSE(revokeLinksOf(rows, "S", kNow + hours(2)));
    EXPECT_EQ(selectLink(rows, "aa")->revokedAt, kNow + hours(1));
    EXPECT_EQ(selectLink(rows, "bb"), other);
    EXPECT_EQ(selectLink(rows, "cc"), std::nullopt);
}

TEST_F(AccountRowsTest, HaveOneSetupSecretAtMost) {
    EXPECT_EQ(selectSetup(rows), std::nullopt);
    replaceSetup(rows, domain::SetupSecret{"aa", kNow});
    const domain::SetupSecret second{"bb", kNow + hours(1)};
    replaceSetup(rows, second);
    EXPECT_EQ(selectSetup(rows), second);
    replaceSetup(rows, std::nullopt);
    EXPECT_EQ(selectSetup(rows), std::nullopt);
    EXPECT_THROW(execute(rows, "INSERT INTO setup VALUES (2, 'x', 0)"), base::Error);
}

}  // namespace
}  // namespace store
