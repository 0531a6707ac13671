#include "server/workflow/tokens.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using base::ErrorCode;
using domain::Role;
using domain::Scope;
using support::codeOf;

struct TokensTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    Tokens& tokens = accounts.tokens;
    domain::User olga = accounts.makeUser("olga", {Role::clerk});
    domain::Actor actor = accounts.actor(olga);
    TokenWish wish{
        "import z arkusza", {Scope::read, Scope::meetings, Scope::read}, accounts.now + std::chrono::days(30)};
};

TEST_F(TokensTest, AreShownOnceAndKeptAsHash) {
    const MadeToken made = tokens.make(actor, wish);
    EXPECT_TRUE(made.text.starts_with("akces_"));
    EXPECT_EQ(made.text.size(), 49U);
    EXPECT_EQ(made.token.scopes, (std::vector<Scope>{Scope::read, Scope::meetings}));
    EXPECT_EQ(rows.rows.tokens.at(made.token.id), made.token);
    EXPECT_EQ(made.text.find(made.token.secretHash), std::string::npos);
    EXPECT_EQ(tokens.list(olga.id, {}), std::vector{made.token});
    EXPECT_EQ(accounts.told().back(), "token.make read meetings");
}

TEST_F(TokensTest, AreBoundByTheirOwnersRolesAndTheirScopes) {
    const MadeToken made = tokens.make(actor, wish);
    const domain::Actor expected{domain::Actor::Kind::token, made.token.id, olga.id, {Role::clerk}, made.token.scopes};
    EXPECT_EQ(accounts.identify.byToken(made.text), expected);
}

TEST_F(TokensTest, TellAllFaultsAtOnce) {
    EXPECT_EQ(support::faultsOf([&] { tokens.make(actor, {"", {}, accounts.now}); }),
              (std::vector<std::string>{"/label account.bad_label", "/scopes account.no_scopes",
                                        "/expires_at account.bad_expiry"}));
    wish.expiresAt = accounts.now + std::chrono::days(367);
    EXPECT_EQ(codeOf([&] { tokens.make(actor, wish); }), ErrorCode::data);
    wish.label = std::string(101, 'x');
    EXPECT_EQ(codeOf([&] { tokens.make(actor, wish); }), ErrorCode::data);
}

TEST_F(TokensTest, AreRevokedByTheirOwnerAlone) {
    const MadeToken made = tokens.make(actor, wish);
    EXPECT_EQ(codeOf([&] { tokens.revoke(actor, "somebody", made.token.id); }), ErrorCode::notFound);
    EXPECT_EQ(codeOf([&] { tokens.revoke(actor, olga.id, "x"); }), ErrorCode::notFound);
    EXPECT_NO_THROW(accounts.identify.byToken(made.text));
    tokens.revoke(actor, olga.id, made.token.id);
    tokens.revoke(actor, olga.id, made.token.id);
    EXPECT_EQ(codeOf([&] { accounts.identify.byToken(made.text); }), ErrorCode::secret);
    EXPECT_EQ(accounts.told(),
              (std::vector<std::string>{"user.make clerk", "token.make read meetings", "token.revoke"}));
}

TEST_F(TokensTest, AreNotMadeWhenTheAuditTrailCannotBeWritten) {
    rows.isAuditFull = true;
    EXPECT_EQ(codeOf([&] { tokens.make(actor, wish); }), ErrorCode::cannotWrite);
    EXPECT_TRUE(rows.rows.tokens.empty());
}

TEST_F(TokensTest, AreMadeForAnotherUserToo) {
    const MadeToken made = tokens.make(support::kSystem, olga.id, wish);
    EXPECT_EQ(made.token.owner, olga.id);
    EXPECT_EQ(tokens.list(olga.id, {}), std::vector{made.token});
    EXPECT_EQ(rows.rows.events.back().actorKind, domain::Actor::Kind::system);
}

}  // namespace
}  // namespace workflow
