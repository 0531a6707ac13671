#include <gtest/gtest.h>

#include "server/http/account_routes.h"
#include "tests/support/account_service.h"

namespace http {
namespace {

const std::string kLogIn = std::string(R"({"name": "clerk", "password": ")") + support::kPassword + "\"}";
constexpr const char* kWrongLogIn = R"({"name": "clerk", "password": "złe hasło, ale długie"})";

struct SessionRoutesTest : testing::Test {
    support::AccountService service{};

    /// "akces=…" of the answer's Set-Cookie.
    static std::string cookieOf(const Response& answer) {
        const std::string field = support::fieldOf(answer, "set-cookie");
        return field.substr(0, field.find(';'));
    }
};

TEST_F(SessionRoutesTest, LogInAndOut) {
    const auto begun = service.ask("POST", "/api/v1/session", {}, kLogIn);
    ASSERT_EQ(begun.status, 201);
    EXPECT_EQ(support::textAt(begun, "user.name"), "clerk");
    EXPECT_EQ(support::textAt(begun, "expires_at"), "2026-11-26T00:00:00Z");
    const std::string cookie = cookieOf(begun), csrf = support::textAt(begun, "csrf_token");
    EXPECT_EQ(begun.body.find(cookie.substr(6)), begun.body.npos);  // the secret is for the cookie alone

    const auto shown = service.ask("GET", "/api/v1/session", {{"cookie", cookie}});
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body, begun.body);

    const Fields both = {{"cookie", cookie}, {"x-csrf-token", csrf}};
    const auto ended = service.ask("DELETE", "/api/v1/session", both);
    EXPECT_EQ(ended.status, 204);
    EXPECT_EQ(cookieOf(ended), "akces=");
    EXPECT_EQ(service.ask("GET", "/api/v1/session", {{"cookie", cookie}}).status, 401);
}

TEST_F(SessionRoutesTest, RefuseAWrongPassword) {
    const auto answer = service.ask("POST", "/api/v1/session", {}, kWrongLogIn);
    EXPECT_EQ(answer.status, 401);
    EXPECT_EQ(support::textAt(answer, "type"), "account-wrong-login");
    EXPECT_EQ(support::fieldOf(answer, "set-cookie"), "");
    EXPECT_EQ(answer.body.find("złe hasło"), answer.body.npos);
}

TEST_F(SessionRoutesTest, SayHowLongALockLasts) {
    for (int i = 0; i < 10; ++i) service.ask("POST", "/api/v1/session", {}, kWrongLogIn);
    service.accounts.now += std::chrono::seconds(100);
    const auto answer = service.ask("POST", "/api/v1/session", {}, kLogIn);
    EXPECT_EQ(answer.status, 429);
    EXPECT_EQ(support::fieldOf(answer, "retry-after"), "800");
    EXPECT_EQ(support::textAt(answer, "type"), "account-too-many");
}

TEST_F(SessionRoutesTest, TellWhatABodyLacks) {
    const auto answer = service.ask("POST", "/api/v1/session", {}, R"({"name": 1, "pass": "x"})");
    EXPECT_EQ(answer.status, 400);
    EXPECT_EQ(support::pointers(answer), (std::vector<std::string>{"/name", "/password", "/pass"}));
}

TEST_F(SessionRoutesTest, ChangeTheOwnPassword) {
    const auto session = service.as(service.clerk);
    const auto change = [&](const std::string& current, const std::string& wanted) {
        return service.ask("PUT", "/api/v1/session/password", session,
                           R"({"current": ")" + current + R"(", "new": ")" + wanted + "\"}");
    };
    EXPECT_EQ(change("złe hasło", "nowe, dłuższe hasło").status, 403);
    const auto shorter = change(support::kPassword, "krótkie");
    EXPECT_EQ(shorter.status, 422);
    EXPECT_EQ(support::pointers(shorter), std::vector<std::string>{"/new"});
    EXPECT_EQ(change(support::kPassword, "nowe, dłuższe hasło").status, 204);
    EXPECT_EQ(service.ask("POST", "/api/v1/session", {}, kLogIn).status, 401);
    EXPECT_EQ(service.ask("GET", "/api/v1/session", session).status, 200);
}

TEST_F(SessionRoutesTest, AreNotForPrograms) {
    const auto token =
        service.accounts.tokens.make(service.accounts.actor(service.admin),
                                     {"t", {domain::Scope::read}, service.accounts.now + std::chrono::hours(1)});
    const Fields bearer = {{"authorization", "Bearer " + token.text}};
    EXPECT_EQ(service.ask("GET", "/api/v1/session", bearer).status, 403);
    EXPECT_EQ(service.ask("POST", "/api/v1/tokens", bearer, "{}").status, 403);
}

TEST_F(SessionRoutesTest, SetUpTheFirstAdministrator) {
    service.rows.rows.users.clear();
    const std::string secret = service.accounts.setup.offer().value();
    const std::string body =
        R"({"secret": ")" + secret + R"(", "name": "Olga", "password": ")" + support::kPassword + "\"}";
    const auto made = service.ask("POST", "/api/v1/setup", {}, body);
    EXPECT_EQ(made.status, 201);
    EXPECT_EQ(support::textAt(made, "name"), "olga");
    EXPECT_EQ(made.body.find(secret), made.body.npos);
    const auto again = service.ask("POST", "/api/v1/setup", {}, body);
    EXPECT_EQ(again.status, 401);
    EXPECT_EQ(again.body.find(secret), again.body.npos);
}

}  // namespace
}  // namespace http
