#include "server/domain/policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/authorization.h"

namespace domain {
namespace {

const std::vector<Role> kEveryRole(std::begin(kRoles), std::end(kRoles));
const std::vector<Scope> kEveryScope(std::begin(kScopes), std::end(kScopes));

/// The actors of the table that the policy itself knows. Of those whose secret opens nothing any more, accounts' test
/// holds the cells: they come here as nobody, or not at all.
std::map<std::string, Actor> actorsByName() {
    using Kind = Actor::Kind;
    std::map<std::string, Actor> actors = {
        {"anonymous", {}},
        {"link", {Kind::link, "s", "", {}, {}}},
        {"system", {Kind::system, "", "", kEveryRole, kEveryScope}},
        {"token_of_reader", {Kind::token, "t", "u", {Role::reader}, kEveryScope}},
        {"token_of_clerk", {Kind::token, "t", "u", {Role::clerk}, kEveryScope}},
    };
    for (const Role one : kRoles) actors[std::string(name(one))] = {Kind::user, "u", "", {one}, {}};
    for (const Scope one : kScopes)
        actors["token_" + std::string(name(one))] = {Kind::token, "t", "u", kEveryRole, {one}};
    return actors;
}

/// The cells that the rules answer otherwise than the table.
std::set<std::string> mismatches(std::span<const Rule> rules) {
    static const auto table = support::authorization();
    static const auto actors = actorsByName();
    std::set<std::string> found;
    for (const auto& [action, row] : table.expected)
        for (const auto& [who, actor] : actors)
            if (mayUnder(rules, actor, support::actionsByName().at(action)) != row.at(who))
                found.insert(action + ' ' + who);
    return found;
}

TEST(Policy, AnswersAsTheTableSays) {
    EXPECT_EQ(mismatches(policy()), std::set<std::string>{});
    EXPECT_EQ(support::authorization().expected.size() * actorsByName().size(), 14U * 16U);
}

TEST(Policy, HasOneRuleForEveryActionAndTheTableARow) {
    ASSERT_EQ(policy().size(), std::size(kActions));
    for (std::size_t i = 0; i < policy().size(); ++i) EXPECT_EQ(policy()[i].action, kActions[i]);
    EXPECT_EQ(support::authorization().expected.size(), std::size(kActions));
    EXPECT_EQ(support::actionsByName().size(), std::size(kActions));
}

TEST(Policy, DeniesWhatNoRuleAllows) {
    const Actor everything{Actor::Kind::user, "u", "", kEveryRole, kEveryScope};
    for (const Action action : kActions) EXPECT_FALSE(mayUnder({}, everything, action));
    EXPECT_FALSE(may(everything, static_cast<Action>(99)));
    EXPECT_FALSE(may(Actor{Actor::Kind::user, "u", "", {static_cast<Role>(99)}, {}}, Action::readPublic));
    EXPECT_FALSE(may(Actor{Actor::Kind::user, "u", "", {}, {}}, Action::readPublic));
}

/// Every yes and no of the rules, each turned round alone.
template <class Visit>
void eachTurned(const Visit& visit) {
    std::vector<Rule> rules(policy().begin(), policy().end());
    for (Rule& rule : rules) {
        std::vector<bool*> cells = {&rule.anonymous, &rule.link};
        for (bool& cell : rule.roles) cells.push_back(&cell);
        const std::size_t scopesBegin = cells.size();
        for (bool& cell : rule.scopes) cells.push_back(&cell);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            *cells[i] = !*cells[i];
            visit(rules, rule, i >= scopesBegin);
            *cells[i] = !*cells[i];
        }
    }
}

TEST(Policy, FailsTheTableWhenAnyRuleIsTurnedRound) {
    std::size_t caught = 0, without = 0;
    eachTurned([&](const std::vector<Rule>& rules, const Rule& rule, bool isScope) {
        // A scope gives nothing that none of the roles has, whatever the rule says.
        const bool isRoleless =
            std::none_of(std::begin(rule.roles), std::end(rule.roles), [](bool yes) { return yes; });
        if (isScope && isRoleless)
            EXPECT_EQ(mismatches(rules), std::set<std::string>{});
        else
            EXPECT_FALSE(mismatches(rules).empty()) << static_cast<int>(rule.action) << ' ' << caught;
        isScope&& isRoleless ? ++without : ++caught;
    });
    EXPECT_EQ(caught, 14U * 13U - 7U);
    EXPECT_EQ(without, 7U);
}

TEST(Policy, KnowsItsWordsBothWays) {
    for (const Role one : kRoles) EXPECT_EQ(role(name(one)), one);
    for (const Scope one : kScopes) EXPECT_EQ(scope(name(one)), one);
    for (const char* word : {"anonymous", "link", "user", "token", "system"})
        EXPECT_EQ(name(actorKind(word).value()), word);
    EXPECT_EQ(role("Clerk"), std::nullopt);
    EXPECT_EQ(scope("users"), std::nullopt);
    EXPECT_EQ(actorKind(""), std::nullopt);
}

}  // namespace
}  // namespace domain
