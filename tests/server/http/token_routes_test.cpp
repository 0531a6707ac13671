#include <gtest/gtest.h>

#include "server/http/account_routes.h"
#include "tests/support/account_service.h"

namespace http {
namespace {

constexpr const char* kToken =
    R"({"label": "import", "scopes": ["read", "meetings"], "expires_at": "2026-12-24T12:00:00Z"})";

struct TokenRoutesTest : testing::Test {
    support::AccountService service{};
    Fields clerk = service.as(service.clerk);
    Fields admin = service.as(service.admin);
    std::string ofClerk = "/api/v1/users/" + service.clerk.id + "/tokens";
};

TEST_F(TokenRoutesTest, ShowATokenOnce) {
    const auto made = service.ask("POST", "/api/v1/tokens", clerk, kToken);
    ASSERT_EQ(made.status, 201);
    const std::string text = support::textAt(made, "token");
    EXPECT_EQ(service.accounts.identify.byToken(text).id, support::textAt(made, "id"));
    for (const auto& [path, who] : {std::pair(std::string("/api/v1/tokens"), &clerk), std::pair(ofClerk, &admin)}) {
        const auto list = service.ask("GET", path, *who);
        EXPECT_EQ(support::textAt(list, "data.0.id"), support::textAt(made, "id"));
        EXPECT_EQ(list.body.find(text), list.body.npos);
        EXPECT_EQ(list.body.find("hash"), list.body.npos);
    }
}

TEST_F(TokenRoutesTest, TellAllFaultsOfAToken) {
    const auto body = R"({"label": "x", "scopes": ["users"], "expires_at": "jutro"})";
    const auto unknown = service.ask("POST", "/api/v1/tokens", clerk, body);
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(support::pointers(unknown), (std::vector<std::string>{"/scopes/0", "/expires_at"}));
    const auto late = service.ask("POST", "/api/v1/tokens", clerk,
                                  R"({"label": "x", "scopes": [], "expires_at": "2026-11-25T12:00:00Z"})");
    EXPECT_EQ(late.status, 422);
    EXPECT_EQ(support::pointers(late), (std::vector<std::string>{"/scopes", "/expires_at"}));
}

TEST_F(TokenRoutesTest, RevokeTheOwnAndNoOther) {
    const auto made = service.ask("POST", "/api/v1/tokens", clerk, kToken);
    const std::string id = support::textAt(made, "id"), text = support::textAt(made, "token");
    EXPECT_EQ(service.ask("DELETE", "/api/v1/tokens/" + id, admin).status, 404);  // somebody else's
    EXPECT_EQ(service.ask("DELETE", "/api/v1/users/" + service.admin.id + "/tokens/" + id, admin).status, 404);
    EXPECT_EQ(service.ask("DELETE", "/api/v1/tokens/X", clerk).status, 404);
    EXPECT_EQ(service.ask("DELETE", "/api/v1/tokens/" + id, clerk).status, 204);
    const auto refused = service.ask("GET", "/api/v1/tokens", {{"authorization", "Bearer " + text}});
    EXPECT_EQ(refused.status, 401);
    EXPECT_EQ(refused.body.find(text), refused.body.npos);
}

TEST_F(TokenRoutesTest, LetAdministratorsRevokeThoseOfOthers) {
    const std::string id = support::textAt(service.ask("POST", "/api/v1/tokens", clerk, kToken), "id");
    EXPECT_EQ(service.ask("DELETE", ofClerk + '/' + id, admin).status, 204);
    EXPECT_EQ(service.ask("GET", "/api/v1/users/X/tokens", admin).status, 404);
    EXPECT_EQ(service.accounts.told().back(), "token.revoke");
}

}  // namespace
}  // namespace http
