#include "server/workflow/accounts.h"

#include <gtest/gtest.h>

#include "tests/support/accounts.h"
#include "tests/support/authorization.h"
#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

using domain::Actor;
using domain::Role;
using domain::Scope;
using Rows = support::MemoryAccounts;

TEST(MadeUser, HasItsNameSmallItsRolesInOrderAndItsPasswordHashed) {
    Rows rows;
    support::Accounts<Rows> accounts(rows);
    const auto user =
        madeUser(accounts.parts, {"Olga", support::kPassword, {Role::archivist, Role::clerk, Role::archivist}});
    EXPECT_EQ(user.name, "olga");
    EXPECT_EQ(user.roles, (std::vector<Role>{Role::clerk, Role::archivist}));
    EXPECT_TRUE(accounts.passwords.matches(user.passwordHash, support::kPassword));
    EXPECT_EQ(user.madeAt, accounts.now);
    EXPECT_TRUE(rows.rows.users.empty());
}

TEST(MadeUser, TellsAllFaultsAtOnce) {
    Rows rows;
    support::Accounts<Rows> accounts(rows);
    EXPECT_EQ(support::faultsOf([&] { madeUser(accounts.parts, {"ż", "krótkie", {}}); }),
              (std::vector<std::string>{"/name account.bad_name", "/password account.password_short",
                                        "/roles account.no_roles"}));
}

/// Every kind of actor of the table, each brought by its real secret.
class Callers {
public:
    explicit Callers(support::Accounts<Rows>& accounts) : accounts_(accounts) {
        const std::vector<Role> every(std::begin(domain::kRoles), std::end(domain::kRoles));
        all_ = accounts_.makeUser("all", every);
        left_ = accounts_.makeUser("left", every);
        secrets_["anonymous"] = "";
        for (const Role one : domain::kRoles) {
            const std::string name(domain::name(one));
            secrets_[name] = "session " + accounts_.logIn(accounts_.makeUser(name, {one}));
        }
        for (const Scope one : domain::kScopes)
            secrets_["token_" + std::string(domain::name(one))] = "token " + token(all_, {one}).text;
        for (const Role one : {Role::clerk, Role::reader})
            secrets_["token_of_" + std::string(domain::name(one))] =
                "token " + token(*accounts_.rows.userByName(domain::name(one)), kEvery).text;
        secrets_["link"] = "link " + link("live", std::chrono::hours(48));
        makeDeadOnes();
    }

    /// Who the service takes it for; nothing when it is refused.
    std::optional<Actor> actor(const std::string& who) const {
        if (who == "system") return support::kSystem;
        const std::string& given = secrets_.at(who);
        const std::string secret = given.substr(std::min(given.size(), given.find(' ') + 1));
        try {
            if (given.starts_with("session")) {
                const auto session = accounts_.identify.bySession(secret);
                return session ? actorOf(session->user) : Actor{};
            }
            if (given.starts_with("token")) return accounts_.identify.byToken(secret);
            if (given.starts_with("link")) return accounts_.identify.byLink(secret, support::kAddress);
            return Actor{};
        } catch (const base::Error&) {
            return std::nullopt;
        }
    }

private:
    MadeToken token(const domain::User& owner, const std::vector<Scope>& scopes,
                    std::chrono::hours life = std::chrono::hours(48)) {
        return accounts_.tokens.make(accounts_.actor(owner), {"t", scopes, accounts_.now + life});
    }
    std::string link(const std::string& signer, std::chrono::hours life) {
        return accounts_.links.make(support::kSystem, signer, accounts_.now + life);
    }
    void makeDeadOnes() {
        secrets_["expired_session"] = "session " + accounts_.logIn(all_);
        secrets_["expired_token"] = "token " + token(all_, kEvery, std::chrono::hours(1)).text;
        secrets_["expired_link"] = "link " + link("late", std::chrono::hours(1));
        const auto revoked = token(all_, kEvery);
        accounts_.tokens.revoke(support::kSystem, all_.id, revoked.token.id);
        secrets_["revoked_token"] = "token " + revoked.text;
        secrets_["revoked_link"] = "link " + link("revoked", std::chrono::hours(48));
        accounts_.links.revoke(support::kSystem, "revoked");
        secrets_["disabled_owner"] = "token " + token(left_, kEvery).text;
        accounts_.now += std::chrono::hours(13);  // sessions end
        for (const Role one : domain::kRoles) {
            const std::string name(domain::name(one));
            secrets_[name] = "session " + accounts_.logIn(*accounts_.rows.userByName(name));
        }
        secrets_["disabled_user"] = "session " + accounts_.logIn(left_);
        accounts_.users.change(support::kSystem, left_.id, {std::nullopt, true});
    }

    const std::vector<Scope> kEvery{std::begin(domain::kScopes), std::end(domain::kScopes)};
    support::Accounts<Rows>& accounts_;
    domain::User all_{}, left_{};
    std::map<std::string, std::string> secrets_{};
};

TEST(Accounts, LetEveryActorDoWhatTheTableSaysAndNoMore) {
    Rows rows;
    support::Accounts<Rows> accounts(rows);
    const Callers callers(accounts);
    const auto table = support::authorization();
    std::size_t cells = 0;
    for (const std::string& who : table.actors) {
        const auto actor = callers.actor(who);
        for (const auto& [action, row] : table.expected) {
            ++cells;
            EXPECT_EQ(actor && domain::may(*actor, support::actionsByName().at(action)), row.at(who))
                << action << ' ' << who;
        }
    }
    EXPECT_EQ(cells, table.cellCount());
    EXPECT_EQ(cells, 14U * 23U);
}

}  // namespace
}  // namespace workflow
