#include "server/service/public_routes.h"

#include "base/html_text.h"
#include "server/http/body.h"

namespace akces_embedded {
std::string_view service_description(std::string_view name);
}

namespace service {
namespace {

using base::say;
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

std::string escaped(const base::Message& message) { return base::htmlText(base::text(message)); }

std::string paragraph(const base::Message& message) { return "<p>" + escaped(message) + "</p>\n"; }

std::string link(const std::string& to, const base::Message& message) {
    return "<li><a href=\"" + to + "\">" + escaped(message) + "</a></li>\n";
}

Response page(const base::Message& title, const std::string& content) {
    return typed("text/html; charset=utf-8",
                 "<!DOCTYPE html>\n<html lang=\"pl\">\n<head><meta charset=\"utf-8\">"
                 "<meta name=\"viewport\" content=\"width=device-width\"><title>" +
                     escaped(title) + "</title></head>\n<body>\n<main>\n<h1>" + escaped(title) + "</h1>\n" + content +
                     "</main>\n</body>\n</html>\n");
}

Response firstPage(const Call&) {
    return page(say("page.title"), paragraph(say("page.what")) + paragraph(say("page.for_programs")) +
                                       paragraph(say("page.first_account")) + paragraph(say("page.check")) + "<ul>\n" +
                                       link(kDescription, say("page.description")) +
                                       link("/health/ready", say("page.health")) + "</ul>\n");
}

/// Where a signer's link leads until its page comes: the same for every link, whether it is one or not.
Response signersPage(const Call&) {
    return page(say("page.link_title"), paragraph(say("page.link_later")) + paragraph(say("page.link_ask")) +
                                            paragraph(say("page.link_same")) + paragraph(say("page.link_programs")) +
                                            "<ul>\n" + link(kDescription, say("page.description")) + "</ul>\n");
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
        {"GET", "/", Action::readPublic, firstPage},
        {"GET", "/podpis/{secret}", Action::readPublic, signersPage},
        {"GET", kDescription, Action::readPublic, description},
        {"GET", "/health/live", Action::readPublic, live},
        {"GET", "/health/ready", Action::readPublic, [&health](const Call&) { return ready(health); }},
        {"GET", "/metrics", Action::readPublic, metrics},
    };
}

}  // namespace service
