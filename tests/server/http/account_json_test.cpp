#include "server/http/account_json.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace http {
namespace {

using domain::Role;
using domain::Scope;
using workflow::valueJson;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

TEST(AccountJson, ShowsAUserWithoutTheirPassword) {
    EXPECT_EQ(
        valueJson(userValue({"A", "olga", "$argon2id$", {Role::clerk, Role::administrator}, true, kNow})),
        R"({"disabled":true,"id":"A","made_at":"2026-11-25T12:00:00Z","name":"olga","roles":["clerk","administrator"]})");
}

TEST(AccountJson, ShowsATokenWithoutItsHash) {
    domain::ApiToken token{"T", "aa", "A", "import", {Scope::read}, kNow, kNow + std::chrono::hours(1), {}};
    EXPECT_EQ(valueJson(tokenValue(token)),
              R"({"expires_at":"2026-11-25T13:00:00Z","id":"T","label":"import","made_at":"2026-11-25T12:00:00Z",)"
              R"("revoked_at":null,"scopes":["read"]})");
    token.revokedAt = kNow;
    EXPECT_NE(valueJson(tokenValue(token)).find(R"("revoked_at":"2026-11-25T12:00:00Z")"), std::string::npos);
}

TEST(AccountJson, ShowsAnEventWhole) {
    const domain::AuditEvent event{7, kNow, domain::Actor::Kind::user, "A", "user.make", "user", "B", "clerk", "ff"};
    EXPECT_EQ(valueJson(eventValue(event)),
              R"({"action":"user.make","actor":{"id":"A","kind":"user"},"at":"2026-11-25T12:00:00Z","detail":"clerk",)"
              R"("hash":"ff","sequence":7,"subject":{"id":"B","kind":"user"}})");
}

TEST(AccountJson, ShowsWhatACheckFound) {
    using Kind = domain::AuditFault::Kind;
    EXPECT_EQ(valueJson(checkValue({{}, 2, "ff"})), R"({"entries":2,"faults":[],"intact":true,"last_hash":"ff"})");
    EXPECT_EQ(valueJson(checkValue({{{Kind::missing, 2}, {Kind::altered, 3}}, 2, "ff"})),
              R"({"entries":2,"faults":[{"kind":"missing","sequence":2},{"kind":"altered","sequence":3}],)"
              R"("intact":false,"last_hash":"ff"})");
}

}  // namespace
}  // namespace http
