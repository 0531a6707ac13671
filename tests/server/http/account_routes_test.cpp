#include "server/http/account_routes.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/account_service.h"
#include "tests/support/authorization.h"

namespace http {
namespace {

using domain::Action;
using domain::Role;

struct AccountRoutesTest : testing::Test {
    support::AccountService service{};
};

TEST_F(AccountRoutesTest, ListTheAuditTrailByPages) {
    const auto session = service.as(service.admin);
    const auto first = service.ask("GET", "/api/v1/audit?limit=2", session);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(support::textAt(first, "data.0.action"), "user.make");
    EXPECT_EQ(support::textAt(first, "pagination.next"), "2");
    const auto second = service.ask("GET", "/api/v1/audit?limit=2&after=2", session);
    EXPECT_EQ(support::textAt(second, "data.0.action"), "session.begin");
    EXPECT_EQ(support::textAt(second, "pagination.next"), "");
    EXPECT_EQ(service.ask("GET", "/api/v1/audit?after=x", session).status, 400);
}

TEST_F(AccountRoutesTest, CheckTheAuditTrail) {
    const auto session = service.as(service.admin);
    EXPECT_EQ(*support::tree(service.ask("GET", "/api/v1/audit/check", session)).find("intact")->truth(), true);
    service.rows.rows.events.front().detail = "reader";
    const auto check = support::tree(service.ask("GET", "/api/v1/audit/check", session));
    ASSERT_EQ(*check.find("intact")->truth(), false);
    EXPECT_EQ(*check.at("faults.0.sequence")->integer(), 1);
}

TEST_F(AccountRoutesTest, AskThePolicyForEachOfThem) {
    const auto table = support::authorization();
    std::map<Action, std::string> names;
    for (const auto& [name, action] : support::actionsByName()) names[action] = name;
    std::size_t cells = 0;
    for (const Role role : domain::kRoles) {
        const std::string who(domain::name(role));
        const auto user = service.accounts.makeUser("role-" + who, {role});
        for (const Route& route : service.router.routes()) {
            const auto answer = service.ask(route.method, route.pattern, service.as(user), "{}");
            const bool isLetIn = answer.status != 401 && answer.status != 403;
            ++cells;
            if (route.action == Action::logIn) continue;  // what it answers to "{}" is no matter of permission
            EXPECT_EQ(isLetIn, table.expected.at(names[route.action]).at(who)) << route.pattern << ' ' << who;
        }
    }
    EXPECT_EQ(cells, 4U * 18U);
}

TEST_F(AccountRoutesTest, AnswerNobodyWithoutACredential) {
    for (const Route& route : service.router.routes()) {
        const int expected = route.action == Action::logIn ? 415 : 401;  // without a body, nobody is asked who they are
        EXPECT_EQ(service.ask(route.method, route.pattern).status, expected) << route.pattern;
    }
}

TEST_F(AccountRoutesTest, RefuseAChangeFromAnotherSite) {
    auto session = service.as(service.admin);
    session.pop_back();
    std::size_t changes = 0;
    for (const Route& route : service.router.routes()) {
        if (route.method == "GET") continue;
        const auto answer = service.ask(route.method, route.pattern, session, "{}");
        EXPECT_EQ(answer.status, 403) << route.pattern;
        EXPECT_EQ(support::textAt(answer, "type"), "account-csrf") << route.pattern;
        ++changes;
    }
    EXPECT_EQ(changes, 11U);
}

TEST_F(AccountRoutesTest, WantBodiesOfJson) {
    auto session = service.as(service.admin);
    session.emplace_back("content-type", "text/plain");
    EXPECT_EQ(service.ask("POST", "/api/v1/users", session).status, 415);
    session.pop_back();
    EXPECT_EQ(service.ask("POST", "/api/v1/users", session, "{").status, 400);
}

}  // namespace
}  // namespace http
