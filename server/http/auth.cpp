#include "server/http/auth.h"

#include <algorithm>

#include "base/error.h"
#include "server/http/tokens.h"
#include "server/workflow/secret.h"
#include "signing/random.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;

/// RFC 9110 section 9.2.1.
bool isSafe(std::string_view method) { return method == "GET" || method == "HEAD" || method == "OPTIONS"; }

workflow::LinkUse useOf(const Request& request) {
    return isSafe(request.method) ? workflow::LinkUse::look : workflow::LinkUse::act;
}

/// Of the browsers that say where a request comes from (Fetch Metadata): from our own pages or from nowhere.
bool isOfOurSite(const Request& request) {
    const auto site = field(request, "sec-fetch-site");
    return !site || *site == "same-origin" || *site == "none";
}

void requireCsrfToken(const Request& request, std::string_view secret) {
    const auto token = field(request, "x-csrf-token");
    if (!token || !signing::isSameSecret(*token, workflow::csrfToken(secret)) || !isOfOurSite(request))
        throw Error(ErrorCode::forbidden, say("account.csrf"));
}

std::size_t countOf(const Request& request, std::string_view name) {
    return static_cast<std::size_t>(std::count_if(request.fields.begin(), request.fields.end(),
                                                  [name](const auto& one) { return sameWord(one.first, name); }));
}

}  // namespace

std::optional<std::string_view> Auth::linkOf(std::string_view path) const {
    for (const std::string& prefix : settings_.linkPaths) {
        if (!path.starts_with(prefix)) continue;
        const std::string_view rest = path.substr(prefix.size());
        return rest.substr(0, rest.find('/'));
    }
    return std::nullopt;
}

Actor Auth::byAuthorization(std::string_view value, const Request& request) const {
    const auto space = std::min(value.find(' '), value.size());
    const std::string_view scheme = value.substr(0, space);
    const std::string_view secret = withoutPadding(value.substr(space));
    if (countOf(request, "authorization") == 1) {
        if (sameWord(scheme, "Bearer")) return identify_.byToken(secret);
        if (sameWord(scheme, "Link")) return identify_.byLink(secret, request.address, useOf(request));
    }
    throw Error(ErrorCode::secret, say("account.wrong_token"));
}

Actor Auth::byCookie(const Request& request) const {
    const auto secret = sessionSecret(request, settings_.transport);
    if (!secret) return {};
    const auto session = sessionOf(request, *secret);
    if (!session) return {};
    if (!isSafe(request.method)) requireCsrfToken(request, *secret);
    return workflow::actorOf(session->user);
}

std::shared_ptr<const workflow::BegunSession> Auth::sessionOf(const Request& request, std::string_view secret) const {
    if (request.page != nullptr && request.page->session && isSafe(request.method)) return request.page->session;
    auto found = identify_.bySession(secret);
    if (!found) return nullptr;
    auto session = std::make_shared<const workflow::BegunSession>(std::move(*found));
    if (request.page != nullptr) request.page->session = session;
    return session;
}

Actor Auth::operator()(const Request& request) const {
    if (const auto link = linkOf(request.path)) return identify_.byLink(*link, request.address, useOf(request));
    if (const auto authorization = field(request, "authorization")) return byAuthorization(*authorization, request);
    return byCookie(request);
}

}  // namespace http
