#include "server/workflow/identify.h"

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

struct IdentifyTest : testing::Test {
    support::MemoryAccounts rows{};
    support::Accounts<support::MemoryAccounts> accounts{rows};
    domain::User olga = accounts.makeUser("olga", {Role::clerk});

    std::string link(std::chrono::hours life) {
        return accounts.links.make(support::kSystem, "s", accounts.now + life);
    }
    /// Code and sentence of what the link is refused with: the whole of what goes out.
    std::string refusal(std::string_view text) {
        try {
            accounts.identify.byLink(text, support::kAddress);
        } catch (const base::Error& error) {
            return std::to_string(static_cast<int>(error.code())) + base::text(error.message());
        }
        return "";
    }
};

TEST_F(IdentifyTest, TakesASessionForItsUser) {
    EXPECT_EQ(actorOf(accounts.identify.bySession(accounts.logIn(olga))->user), accounts.actor(olga));
}

TEST_F(IdentifyTest, TakesAnEndedSessionForNobody) {
    const std::string secret = accounts.logIn(olga);
    accounts.now += std::chrono::hours(12);
    EXPECT_FALSE(accounts.identify.bySession(secret));
    EXPECT_FALSE(accounts.identify.bySession("x"));
}

TEST_F(IdentifyTest, RefusesWhatIsNoToken) {
    const std::string secret = newSecret().text;
    for (const std::string& text :
         {std::string(), std::string("akces_"), secret, "akces_" + secret, "akces_" + secret + 'x'})
        EXPECT_EQ(codeOf([&] { accounts.identify.byToken(text); }), ErrorCode::secret) << text;
}

TEST_F(IdentifyTest, SaysTheSameOfEveryWrongLink) {  // row 44 of the table of bad input
    const std::string expired = link(std::chrono::hours(1)), live = link(std::chrono::hours(9));
    accounts.now += std::chrono::hours(2);
    const std::string unknown = refusal(newSecret().text);
    EXPECT_FALSE(unknown.empty());
    EXPECT_EQ(refusal(expired), unknown);
    EXPECT_EQ(refusal(""), unknown);
    EXPECT_EQ(refusal("../etc"), unknown);
    accounts.links.revoke(support::kSystem, "s");
    EXPECT_EQ(refusal(live), unknown);
}

TEST_F(IdentifyTest, DoesTheSameWorkForEveryWrongLink) {  // row 44: nor does the time tell them apart
    const std::string live = link(std::chrono::hours(9)), expired = link(std::chrono::hours(1));
    accounts.now += std::chrono::hours(2);
    const auto asked = [&](const std::string& text, LinkUse use) {
        accounts.askedForCopies.clear();
        EXPECT_EQ(codeOf([&] { accounts.identify.byLink(text, support::kAddress, use); }), ErrorCode::notFound);
        return accounts.askedForCopies;
    };
    for (const LinkUse use : {LinkUse::look, LinkUse::act}) {
        EXPECT_EQ(asked(newSecret().text, use), std::vector<std::string>{""});
        EXPECT_EQ(asked("x", use), std::vector<std::string>{""});
        EXPECT_EQ(asked(expired, use), std::vector<std::string>{"s"});
        EXPECT_EQ(asked(live, use), std::vector<std::string>{"s"}) << "ended by the later link";
    }
}

TEST_F(IdentifyTest, TakesAnUnknownLinkForNobodysWhateverSignedCopiesThereAre) {
    accounts.copyUntil = accounts.now + std::chrono::days(30);
    EXPECT_EQ(codeOf([&] { accounts.identify.byLink("x", support::kAddress, LinkUse::look); }), ErrorCode::notFound);
}

TEST_F(IdentifyTest, RefusesAnAddressThatGuessesLinks) {
    const std::string good = link(std::chrono::hours(9));
    for (int i = 0; i < 30; ++i) EXPECT_NE(refusal("guess"), "");
    const auto guess = [&](const char* address) { accounts.identify.byLink("guess", address); };
    EXPECT_EQ(codeOf([&] { guess(support::kAddress); }), ErrorCode::tooMany);
    EXPECT_EQ(codeOf([&] { guess("198.51.100.1"); }), ErrorCode::notFound);
    // A right one is let in: those behind the same address did not guess.
    for (int i = 0; i < 100; ++i) EXPECT_EQ(accounts.identify.byLink(good, support::kAddress).id, "s");
    support::Accounts<support::MemoryAccounts> restarted{rows};
    EXPECT_EQ(codeOf([&] { restarted.identify.byLink("guess", support::kAddress); }), ErrorCode::tooMany);
    accounts.now += std::chrono::minutes(15);
    EXPECT_EQ(codeOf([&] { guess(support::kAddress); }), ErrorCode::notFound);
}

TEST_F(IdentifyTest, LetsALinkGiveTheSignedCopyForAWhileAndNothingElse) {
    const std::string good = link(std::chrono::hours(1));
    const auto look = [&] { return accounts.identify.byLink(good, support::kAddress, LinkUse::look); };
    accounts.copyUntil = accounts.now + std::chrono::days(30);
    EXPECT_EQ(accounts.identify.byLink(good, support::kAddress, LinkUse::act).id, "s");
    accounts.now += std::chrono::days(29);
    EXPECT_EQ(look().id, "s");
    EXPECT_EQ(codeOf([&] { accounts.identify.byLink(good, support::kAddress, LinkUse::act); }), ErrorCode::notFound);
    accounts.now += std::chrono::days(1);
    EXPECT_EQ(codeOf(look), ErrorCode::notFound);
    accounts.copyUntil = accounts.now + std::chrono::days(30);
    EXPECT_EQ(look().id, "s");
    accounts.links.revoke(support::kSystem, "s");
    EXPECT_EQ(codeOf(look), ErrorCode::notFound);
}

}  // namespace
}  // namespace workflow
