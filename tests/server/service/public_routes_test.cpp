#include "server/service/public_routes.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/support/account_service.h"
#include "tests/support/documents.h"

namespace service {
namespace {

using support::AccountService;

struct PublicRoutesTest : testing::Test {
    support::Documents documents{};
    Health health{{documents.key, documents.rows, documents.data.path(), documents.clock, {}}};
    http::Router router{publicRoutes(health, [this] { return Measured{{}, health.checks(), 0}; }),
                        [](const http::Request&) { return domain::Actor{}; }, domain::may};
    http::Response get(const std::string& path) { return router.answer(AccountService::request("GET", path, {})); }
};

TEST_F(PublicRoutesTest, SayInPolishWhatThisIs) {
    const auto page = get("/");
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(support::fieldOf(page, "content-type"), "text/html; charset=utf-8");
    for (const char* text : {"<html lang=\"pl\">", "deklaracje przystąpienia", "href=\"/api/v1/openapi.yaml\""})
        EXPECT_NE(page.body.find(text), std::string::npos) << text;
}

TEST_F(PublicRoutesTest, SayHowTheFirstAccountIsMade) {
    EXPECT_NE(get("/").body.find("POST /api/v1/setup"), std::string::npos);
}

TEST_F(PublicRoutesTest, AnswerEverySignersLinkInOneWay) {
    const auto one = get("/podpis/jeden-link");
    EXPECT_EQ(one.status, 200);
    EXPECT_EQ(support::fieldOf(one, "content-type"), "text/html; charset=utf-8");
    EXPECT_NE(one.body.find("nie ma jeszcze strony do podpisywania"), std::string::npos);
    EXPECT_EQ(one.body.find("jeden-link"), std::string::npos);
    EXPECT_EQ(get("/podpis/inny").body, one.body);
    EXPECT_EQ(get("/podpis/").status, 404);
}

TEST_F(PublicRoutesTest, ShowTheDescriptionOfTheApi) {
    const auto description = get("/api/v1/openapi.yaml");
    EXPECT_EQ(support::fieldOf(description, "content-type"), "application/yaml");
    EXPECT_NE(description.body.find("\nopenapi: 3.1.0\n"), std::string::npos);
}

TEST_F(PublicRoutesTest, TellLivingFromReady) {
    EXPECT_EQ(get("/health/live").status, 200);
    EXPECT_EQ(get("/health/ready").status, 503);
    health.look();
    const auto ready = get("/health/ready");
    EXPECT_EQ(ready.status, 200);
    EXPECT_EQ(support::textAt(ready, "checks.0.name"), "signing");
    EXPECT_EQ(support::textAt(ready, "checks.1.condition"), "warning");
    EXPECT_NE(get("/metrics").body.find("akces_health{check=\"signing\"} 1\n"), std::string::npos);
}

}  // namespace
}  // namespace service
