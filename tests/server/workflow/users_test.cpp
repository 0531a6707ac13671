#include "server/workflow/users.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::Role;
using support::codeOf;

struct UsersTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    Users& users = accounts.users;
    domain::User admin = accounts.makeUser("admin", {Role::administrator});
    domain::User olga = accounts.makeUser("olga", {Role::clerk});
    domain::Actor actor = accounts.actor(admin);

    domain::User change(const domain::User& user, const UserChange& change) {
        return users.change(actor, user.id, change);
    }
};

TEST_F(UsersTest, AreMadeOnceByEachName) {
    EXPECT_EQ(users.user(olga.id), olga);
    EXPECT_EQ(codeOf([&] { users.make(actor, {"OLGA", support::kPassword, {Role::reader}}); }), ErrorCode::conflict);
    EXPECT_EQ(accounts.told(), (std::vector<std::string>{"user.make administrator", "user.make clerk"}));
}

TEST_F(UsersTest, AreListedByPages) {
    EXPECT_EQ(users.list({"", 10}).size(), 2U);
    const auto first = users.list({"", 1});
    const auto second = users.list({first.at(0).id, 1});
    EXPECT_NE(first.at(0).id, second.at(0).id);
    EXPECT_TRUE(users.list({second.at(0).id, 1}).empty());
}

TEST_F(UsersTest, AreNotFoundByAnUnknownId) {
    EXPECT_EQ(codeOf([&] { users.user("x"); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { users.change(actor, "x", {}); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { users.resetPassword(actor, "x", support::kPassword); }), ErrorCode::notFound);
}

TEST_F(UsersTest, HaveOtherRolesFromTheNextRequestOn) {
    const std::string secret = accounts.logIn(olga);
    change(olga, {std::vector{Role::reader, Role::reader}, std::nullopt});
    EXPECT_EQ(accounts.identify.bySession(secret)->user.roles, std::vector{Role::reader});
    EXPECT_EQ(accounts.told().back(), "user.roles reader");
    const auto before = accounts.told();
    change(olga, {std::vector{Role::reader}, false});  // nothing new
    EXPECT_EQ(accounts.told(), before);
    EXPECT_EQ(codeOf([&] { change(olga, {std::vector<Role>{}, std::nullopt}); }), ErrorCode::data);
}

TEST_F(UsersTest, LoseTheirSessionsWhenTheyAreDisabled) {
    const std::string secret = accounts.logIn(olga);
    change(olga, {std::nullopt, true});
    change(olga, {std::nullopt, false});
    EXPECT_FALSE(accounts.identify.bySession(secret));
    EXPECT_NO_THROW(accounts.logIn(olga));
    EXPECT_EQ(accounts.told().at(3), "user.disable");
    EXPECT_EQ(accounts.told().at(4), "user.enable");
}

TEST_F(UsersTest, AlwaysHaveAnAdministrator) {
    EXPECT_EQ(codeOf([&] { change(admin, {std::nullopt, true}); }), ErrorCode::conflict);
    EXPECT_EQ(codeOf([&] { change(admin, {std::vector{Role::clerk}, std::nullopt}); }), ErrorCode::conflict);
    EXPECT_EQ(rows.rows.users.at(admin.id), admin);
    change(olga, {std::vector{Role::administrator}, std::nullopt});
    EXPECT_NO_THROW(change(admin, {std::nullopt, true}));
    EXPECT_EQ(codeOf([&] { change(olga, {std::nullopt, true}); }), ErrorCode::conflict);
}

TEST_F(UsersTest, GetANewPasswordAndLoseTheirSessions) {
    const std::string secret = accounts.logIn(olga);
    users.resetPassword(actor, olga.id, "nowe, dłuższe hasło");
    EXPECT_FALSE(accounts.identify.bySession(secret));
    EXPECT_NO_THROW(accounts.sessions.begin("olga", "nowe, dłuższe hasło", support::kAddress));
    EXPECT_EQ(support::faultsOf([&] { users.resetPassword(actor, olga.id, "olga olga olga"); }),
              (std::vector<std::string>{"/password account.password_name"}));
}

TEST_F(UsersTest, StayAsTheyAreWhenTheAuditTrailCannotBeWritten) {
    const auto before = rows.rows.users;
    rows.isAuditFull = true;
    EXPECT_EQ(codeOf([&] { accounts.makeUser("new", {Role::clerk}); }), ErrorCode::cannotWrite);
    EXPECT_EQ(codeOf([&] { change(olga, {std::vector{Role::reader}, true}); }), ErrorCode::cannotWrite);
    EXPECT_EQ(codeOf([&] { users.resetPassword(actor, olga.id, "nowe, dłuższe hasło"); }), ErrorCode::cannotWrite);
    EXPECT_EQ(rows.rows.users, before);
}

TEST(FirstUser, EndsTheSetupSecret) {
    support::MemoryAccounts rows;
    support::Accounts<support::MemoryAccounts> accounts(rows);
    const auto secret = accounts.setup.offer();
    ASSERT_TRUE(secret && rows.setup());
    accounts.makeUser("olga", {Role::administrator});
    EXPECT_EQ(rows.setup(), std::nullopt);
    EXPECT_EQ(accounts.setup.offer(), std::nullopt);
    EXPECT_EQ(codeOf([&] { accounts.setup.finish(*secret, {"ola", support::kPassword, {}}, support::kAddress); }),
              ErrorCode::secret);
}

}  // namespace
}  // namespace workflow
