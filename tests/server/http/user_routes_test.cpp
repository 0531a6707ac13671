#include <gtest/gtest.h>

#include "server/http/account_routes.h"
#include "tests/support/account_service.h"

namespace http {
namespace {

struct UserRoutesTest : testing::Test {
    support::AccountService service{};
    Fields session = service.as(service.admin);
    std::string clerk = "/api/v1/users/" + service.clerk.id;

    Response ask(const char* method, const std::string& path, std::string_view body = "") {
        return service.ask(method, path, session, body);
    }
    static std::string made(const std::string& name) {
        return R"({"name": ")" + name + R"(", "password": ")" + support::kPassword +
               R"(", "roles": ["reader", "clerk"]})";
    }
};

TEST_F(UserRoutesTest, MakeAndShowAUser) {
    const auto answer = ask("POST", "/api/v1/users", made("Olga"));
    ASSERT_EQ(answer.status, 201);
    EXPECT_EQ(support::textAt(answer, "name"), "olga");
    EXPECT_EQ(support::textAt(answer, "roles.0"), "clerk");
    EXPECT_EQ(answer.body.find("argon2"), answer.body.npos);
    const auto shown = ask("GET", support::fieldOf(answer, "location"));
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body, answer.body);
    EXPECT_EQ(ask("POST", "/api/v1/users", made("olga")).status, 409);
}

TEST_F(UserRoutesTest, TellAllFaultsOfAUser) {
    const auto unknown = ask("POST", "/api/v1/users", R"({"name": "o", "password": "x", "roles": ["clerk", "root"]})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(support::pointers(unknown), (std::vector<std::string>{"/roles/1", "/password"}));
    const auto faults = ask("POST", "/api/v1/users", R"({"name": "ż", "password": "x", "roles": []})");
    EXPECT_EQ(faults.status, 422);
    EXPECT_EQ(support::pointers(faults), (std::vector<std::string>{"/name", "/password", "/roles"}));
}

TEST_F(UserRoutesTest, ListUsersByPages) {
    const auto first = ask("GET", "/api/v1/users?limit=1");
    EXPECT_EQ(first.status, 200);
    const auto second = ask("GET", "/api/v1/users?limit=1&after=" + support::textAt(first, "pagination.next"));
    EXPECT_NE(support::textAt(first, "data.0.id"), support::textAt(second, "data.0.id"));
    EXPECT_EQ(support::textAt(second, "pagination.next"), "");
    EXPECT_EQ(ask("GET", "/api/v1/users?name=olga").status, 400);
}

TEST_F(UserRoutesTest, ChangeRolesAndState) {
    EXPECT_EQ(support::textAt(ask("PUT", clerk + "/roles", R"({"roles": ["reader"]})"), "roles.0"), "reader");
    EXPECT_EQ(ask("PUT", clerk + "/roles", R"({"roles": []})").status, 422);
    EXPECT_EQ(ask("PUT", clerk + "/roles", R"({})").status, 422);
    EXPECT_EQ(*support::tree(ask("PUT", clerk + "/disabled", R"({"disabled": true})")).find("disabled")->truth(), true);
    EXPECT_EQ(ask("PUT", clerk + "/disabled", R"({"disabled": "true"})").status, 400);  // a text is no truth
    EXPECT_EQ(support::pointers(ask("PUT", clerk + "/disabled", R"({})")), std::vector<std::string>{"/disabled"});
    EXPECT_EQ(ask("PUT", "/api/v1/users/" + service.admin.id + "/disabled", R"({"disabled": true})").status, 409);
}

TEST_F(UserRoutesTest, ResetAPassword) {
    EXPECT_EQ(ask("PUT", clerk + "/password", R"({"password": "nowe, dłuższe hasło"})").status, 204);
    EXPECT_NO_THROW(service.accounts.sessions.begin("clerk", "nowe, dłuższe hasło", support::kAddress));
    EXPECT_EQ(ask("PUT", clerk + "/password", R"({"password": "krótkie"})").status, 422);
}

TEST_F(UserRoutesTest, AnswerUnknownIdsByNotFound) {
    EXPECT_EQ(ask("GET", "/api/v1/users/X").status, 404);
    EXPECT_EQ(ask("PUT", "/api/v1/users/X/roles", R"({"roles": ["reader"]})").status, 404);
    EXPECT_EQ(ask("PUT", "/api/v1/users/X/disabled", R"({"disabled": true})").status, 404);
    EXPECT_EQ(ask("PUT", "/api/v1/users/X/password", R"({"password": "nowe, dłuższe hasło"})").status, 404);
}

}  // namespace
}  // namespace http
