#include "server/workflow/sessions.h"

#include <gtest/gtest.h>

#include "server/workflow/secret.h"
#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::Role;
using support::codeOf;
using support::failureOf;

struct SessionsTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    Sessions& sessions = accounts.sessions;
    domain::User olga = accounts.makeUser("olga", {Role::clerk});

    auto logIn(const char* name, const char* password, const char* address = support::kAddress) {
        return [=, this] { sessions.begin(name, password, address); };
    }
};

TEST_F(SessionsTest, BeginForTheRightPassword) {
    const auto begun = sessions.begin("Olga", support::kPassword, support::kAddress);
    EXPECT_EQ(begun.user, olga);
    EXPECT_EQ(begun.expiresAt, accounts.now + std::chrono::hours(12));
    EXPECT_EQ(rows.rows.sessions.begin()->first, secretHash(begun.secret));
    EXPECT_EQ(sessions.find(begun.secret).value().user.id, olga.id);
    EXPECT_EQ(accounts.told().back(), "session.begin");
}

TEST_F(SessionsTest, SayTheSameOfEveryWrongLogIn) {
    const auto left = accounts.makeUser("left", {Role::reader});
    accounts.makeUser("admin", {Role::administrator});
    accounts.users.change(support::kSystem, left.id, {std::nullopt, true});
    for (const auto& [name, password] :
         {std::pair("olga", "złe hasło, ale długie"), std::pair("nobody", support::kPassword),
          std::pair("left", support::kPassword), std::pair("", "")}) {
        EXPECT_EQ(failureOf(logIn(name, password)), "account.wrong_login") << name;
        EXPECT_EQ(codeOf(logIn(name, password)), ErrorCode::secret) << name;
    }
    EXPECT_TRUE(rows.rows.sessions.empty());
}

TEST_F(SessionsTest, LockAnAccountForAnAddressAfterTenWrongTriesForAQuarterOfAnHour) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(codeOf(logIn("olga", "złe hasło")), ErrorCode::secret);
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword)), ErrorCode::tooMany);
    EXPECT_NO_THROW(logIn("olga", support::kPassword, "198.51.100.1")());  // nobody can lock out whom they want
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword)), ErrorCode::tooMany);
    accounts.now += std::chrono::minutes(15);
    EXPECT_NO_THROW(logIn("olga", support::kPassword)());
}

TEST_F(SessionsTest, LockAnAccountThatManyAddressesTry) {
    for (int i = 0; i < 100; ++i) {
        const std::string address = "198.51.100." + std::to_string(i / 9);
        EXPECT_EQ(codeOf([&] { sessions.begin("olga", "złe hasło", address); }), ErrorCode::secret) << i;
    }
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword)), ErrorCode::tooMany);
}

TEST_F(SessionsTest, LockNamesThatNobodyHasInTheSameWay) {
    for (int i = 0; i < 10; ++i) EXPECT_EQ(codeOf(logIn("nobody", "złe hasło")), ErrorCode::secret);
    EXPECT_EQ(codeOf(logIn("nobody", "złe hasło")), ErrorCode::tooMany);
}

TEST_F(SessionsTest, LockAnAddressThatTriesManyAccounts) {
    for (int i = 0; i < 30; ++i)
        EXPECT_EQ(codeOf([&] { sessions.begin("nobody" + std::to_string(i), "złe hasło", "192.0.2.9"); }),
                  ErrorCode::secret);
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword, "192.0.2.9")), ErrorCode::tooMany);
    EXPECT_NO_THROW(logIn("olga", support::kPassword)());
}

TEST_F(SessionsTest, DoNotCountWhatWasRight) {
    for (int i = 0; i < 100; ++i) EXPECT_NO_THROW(logIn("olga", support::kPassword)());
    for (int i = 0; i < 9; ++i) EXPECT_EQ(codeOf(logIn("olga", "złe hasło")), ErrorCode::secret);
    EXPECT_NO_THROW(logIn("olga", support::kPassword)());
    EXPECT_EQ(codeOf(logIn("olga", "złe hasło")), ErrorCode::secret);
}

TEST_F(SessionsTest, EndAfterAWorkingDay) {
    const std::string secret = accounts.logIn(olga);
    accounts.now += std::chrono::hours(12) - std::chrono::seconds(1);
    EXPECT_TRUE(sessions.find(secret));
    accounts.now += std::chrono::seconds(1);
    EXPECT_FALSE(sessions.find(secret));
    accounts.logIn(olga);
    EXPECT_EQ(rows.rows.sessions.size(), 1U);  // the one that ended is swept out
}

TEST_F(SessionsTest, EndWhenTheUserLogsOut) {
    const std::string secret = accounts.logIn(olga), other = accounts.logIn(olga);
    sessions.end(accounts.actor(olga), secret);
    EXPECT_FALSE(sessions.find(secret));
    EXPECT_TRUE(sessions.find(other));
    EXPECT_EQ(accounts.told().back(), "session.end");
    const auto before = accounts.told();
    sessions.end(accounts.actor(olga), secret);
    EXPECT_EQ(accounts.told(), before);
}

TEST_F(SessionsTest, AreNotFoundByAnythingElse) {
    accounts.logIn(olga);
    EXPECT_FALSE(sessions.find(""));
    EXPECT_FALSE(sessions.find(rows.rows.sessions.begin()->first));  // the hash is no secret
    EXPECT_FALSE(sessions.find(newSecret().text));
}

TEST_F(SessionsTest, DoNotBeginWhenTheAuditTrailCannotBeWritten) {
    rows.isAuditFull = true;
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword)), ErrorCode::cannotWrite);
    EXPECT_TRUE(rows.rows.sessions.empty());
}

TEST_F(SessionsTest, ChangeThePasswordAndEndTheOthers) {
    const std::string secret = accounts.logIn(olga), other = accounts.logIn(olga);
    sessions.changePassword(accounts.actor(olga), secret, support::kPassword, "nowe, dłuższe hasło");
    EXPECT_TRUE(sessions.find(secret));
    EXPECT_FALSE(sessions.find(other));
    EXPECT_EQ(codeOf(logIn("olga", support::kPassword)), ErrorCode::secret);
    EXPECT_NO_THROW(logIn("olga", "nowe, dłuższe hasło")());
    EXPECT_EQ(accounts.told().at(3), "password.change");
}

TEST_F(SessionsTest, KeepThePasswordWhenTheOldOneIsWrongOrTheNewOneIsNone) {
    const auto change = [&](const char* current, const char* wanted) {
        return [&, current, wanted] { sessions.changePassword(accounts.actor(olga), "", current, wanted); };
    };
    EXPECT_EQ(codeOf(change("złe hasło", "nowe, dłuższe hasło")), ErrorCode::forbidden);
    EXPECT_EQ(support::faultsOf(change(support::kPassword, "krótkie")),
              (std::vector<std::string>{"/new account.password_short"}));
    for (int i = 0; i < 10; ++i) EXPECT_EQ(codeOf(change("złe hasło", "nowe, dłuższe hasło")), ErrorCode::forbidden);
    EXPECT_EQ(codeOf(change(support::kPassword, "nowe, dłuższe hasło")), ErrorCode::tooMany);
    EXPECT_EQ(rows.rows.users.at(olga.id), olga);
}

}  // namespace
}  // namespace workflow
