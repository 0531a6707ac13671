#include "server/workflow/setup.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::Role;
using support::codeOf;

struct SetupTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    NewUser olga{"Olga", support::kPassword, {}};

    domain::User finish(std::string_view secret) { return accounts.setup.finish(secret, olga, support::kAddress); }
};

TEST_F(SetupTest, MakesTheFirstAdministratorOnce) {
    const auto secret = accounts.setup.offer();
    ASSERT_TRUE(secret);
    const auto user = finish(*secret);
    EXPECT_EQ(user.name, "olga");
    EXPECT_EQ(user.roles, (std::vector<Role>{Role::clerk, Role::archivist, Role::administrator}));
    EXPECT_EQ(rows.rows.users.at(user.id), user);
    EXPECT_EQ(codeOf([&] { finish(*secret); }), ErrorCode::secret);
    EXPECT_EQ(accounts.setup.offer(), std::nullopt);
    EXPECT_EQ(accounts.told(), (std::vector<std::string>{"setup.offer", "setup.finish clerk archivist administrator"}));
}

TEST_F(SetupTest, TakesTheLatestSecretAlone) {
    const auto first = accounts.setup.offer(), second = accounts.setup.offer();
    EXPECT_EQ(codeOf([&] { finish(*first); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([&] { finish(""); }), ErrorCode::secret);
    EXPECT_NO_THROW(finish(*second));
}

TEST_F(SetupTest, EndsAfterADay) {
    const auto secret = accounts.setup.offer();
    accounts.now += std::chrono::hours(24);
    EXPECT_EQ(codeOf([&] { finish(*secret); }), ErrorCode::secret);
}

TEST_F(SetupTest, IsNotThereBeforeItWasOffered) {
    EXPECT_EQ(codeOf([&] { finish("x"); }), ErrorCode::secret);
}

TEST_F(SetupTest, KeepsItsSecretWhenTheAccountHasFaults) {
    const auto secret = accounts.setup.offer();
    olga.password = "krótkie";
    EXPECT_EQ(support::faultsOf([&] { finish(*secret); }),
              (std::vector<std::string>{"/password account.password_short"}));
    olga.password = support::kPassword;
    EXPECT_NO_THROW(finish(*secret));
}

TEST_F(SetupTest, MakesNobodyWhenTheAuditTrailCannotBeWritten) {
    const auto secret = accounts.setup.offer();
    rows.isAuditFull = true;
    EXPECT_EQ(codeOf([&] { finish(*secret); }), ErrorCode::cannotWrite);
    EXPECT_TRUE(rows.rows.users.empty());
    rows.isAuditFull = false;
    EXPECT_NO_THROW(finish(*secret));
}

TEST_F(SetupTest, CannotBeGuessedAtForLong) {
    accounts.setup.offer();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(codeOf([&] { finish("guess"); }), ErrorCode::secret);
    EXPECT_EQ(codeOf([&] { finish("guess"); }), ErrorCode::tooMany);
}

}  // namespace
}  // namespace workflow
