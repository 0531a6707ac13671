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
