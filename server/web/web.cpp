#include "server/web/web.h"

#include <algorithm>
#include <iterator>

#include "server/http/problem.h"
#include "server/web/refusal_page.h"
#include "server/workflow/json_value.h"

namespace web {
namespace {

using base::Language;
using http::Request;
using http::Response;

constexpr std::string_view kApiPaths[] = {"/api/", "/health/", "/metrics"};

bool isOfApi(const Request& request) {
    return request.path == "*" || std::any_of(std::begin(kApiPaths), std::end(kApiPaths),
                                              [&](std::string_view path) { return request.path.starts_with(path); });
}

bool isProblem(const Response& response) {
    return http::field(response.fields, "content-type") == "application/problem+json";
}

std::vector<Page> allPages() {
    std::vector<Page> all;
    for (auto make : {entryPages, meetingPages, documentPages, linkPages, checkPages, archivePages, reportPages,
                      auditPages, officePages, projectPages, templatePages, accountPages, statementPages})
        std::ranges::move(make(), std::back_inserter(all));
    addWaysBack(all);
    return all;
}

bool mayAll(const domain::Actor& /*actor*/, domain::Action /*action*/) { return true; }  // the API decides

}  // namespace

Web::Web(http::Handler api, WebSettings settings)
    : api_(std::move(api)),
      settings_(settings),
      router_(routesOf(allPages()), [](const Request&) { return domain::Actor{}; }, mayAll) {}

std::vector<http::Route> Web::routesOf(std::vector<Page> pages) const {
    std::vector<http::Route> routes;
    for (Page& page : pages) {
        http::Route route{page.method, page.pattern, domain::Action::readPublic, {}, http::kAnyParameters};
        route.answer = [this, page = std::move(page)](const http::Call& call) { return shown(page, call); };
        routes.push_back(std::move(route));
    }
    return routes;
}

Response Web::shown(const Page& page, const http::Call& call) const {
    const Visit visit(call.request, call.captured, api_, views_, settings_);
    try {
        return page.answer(visit);
    } catch (const Refused& refused) {
        return refusalPage(visit, refused);
    }
}

/// The router's own problems (no such page, a form that is none, what nobody expected) as pages.
Response Web::dressed(const Request& request, const Response& response) const {
    const Visit visit(request, {}, api_, views_, settings_);
    Response page = refusalPage(visit, {response.status, workflow::readJson(response.body, "")});
    page.finding = response.finding;
    page.route = response.route;
    for (const auto& field : response.fields)
        if (field.first == "allow" || field.first == "retry-after") page.fields.push_back(field);
    return page;
}

Response Web::answer(const Request& request) const noexcept {
    const base::LanguageScope scope(languageOf(request));
    if (isOfApi(request)) return api_(request);
    Response response = router_.answer(request);
    if (!isProblem(response)) return response;
    try {
        return dressed(request, response);
    } catch (...) {
        return response;  // plain, but honest
    }
}

Language languageOf(const Request& request) {
    if (const auto cookies = http::field(request, "cookie")) {
        const std::string all = "; " + std::string(*cookies) + ';';
        if (all.find("; language=en;") != std::string::npos) return Language::english;
        if (all.find("; language=pl;") != std::string::npos) return Language::polish;
    }
    const std::string accepted(http::field(request, "accept-language").value_or("pl"));
    return accepted.find("en") < accepted.find("pl") ? Language::english : Language::polish;
}

}  // namespace web
