#include "server/service/public_routes.h"

#include "server/http/body.h"

namespace akces_embedded {
std::string_view service_description(std::string_view name);
}

namespace service {
namespace {

using domain::Action;
using http::Call;
using http::Response;
using templates::Value;

constexpr const char* kDescription = "/api/v1/openapi.yaml";

Response typed(std::string type, std::string body) {
    Response response;
    response.fields = {{"content-type", std::move(type)}};
    response.body = std::move(body);
    return response;
}

std::string_view word(Condition condition) {
    switch (condition) {
        case Condition::good:
            return "good";
        case Condition::warning:
            return "warning";
        case Condition::bad:
            return "bad";
    }
    return {};
}

Response ready(const Health& health) {
    Value::List checks;
    for (const Check& one : health.checks()) {
        Value::Map check;
        check["name"] = one.name;
        check["condition"] = word(one.condition);
        check["text"] = base::text(one.message);
        checks.emplace_back(std::move(check));
    }
    const bool isReady = health.isReady();
    Value::Map whole;
    whole["ready"] = isReady;
    whole["checks"] = std::move(checks);
    return http::valueAnswer(isReady ? 200 : 503, whole);
}

}  // namespace

std::vector<http::Route> publicRoutes(const Health& health, std::function<Measured()> measured) {
    const auto live = [](const Call&) { return http::valueAnswer(200, Value::Map{{"live", true}}); };
    const auto description = [](const Call&) {
        return typed("application/yaml", std::string(akces_embedded::service_description("openapi.yaml")));
    };
    const auto metrics = [measured = std::move(measured)](const Call&) {
        return typed("text/plain; version=0.0.4; charset=utf-8", metricsText(measured()));
    };
    return {
        {"GET", kDescription, Action::readPublic, description},
        {"GET", "/health/live", Action::readPublic, live},
        {"GET", "/health/ready", Action::readPublic, [&health](const Call&) { return ready(health); }},
        {"GET", "/metrics", Action::readPublic, metrics},
    };
}

}  // namespace service
