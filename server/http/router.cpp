#include "server/http/router.h"

#include <algorithm>
#include <optional>
#include <typeinfo>

#include "base/error.h"
#include "server/http/problem.h"
#include "server/http/tokens.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

std::vector<std::string> segmentsOf(std::string_view path) {
    std::vector<std::string> segments;
    while (!path.empty()) {
        path.remove_prefix(1);  // "/"
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

bool isName(std::string_view pattern) { return pattern.starts_with('{') && pattern.ends_with('}'); }

std::optional<std::vector<std::string>> decodedPath(std::string_view path) {
    if (!path.starts_with('/')) return std::nullopt;
    std::vector<std::string> segments = segmentsOf(path);
    for (std::string& segment : segments) {
        std::optional<std::string> text = unescaped(segment);
        if (!text || *text == "." || *text == "..") return std::nullopt;
        segment = std::move(*text);
    }
    return segments;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
    const auto isSame = [](const std::string& wanted, const std::string& segment) {
        return isName(wanted) ? !segment.empty() : wanted == segment;
    };
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(), isSame);
}

std::vector<std::string> capturedBy(const std::vector<std::string>& pattern, std::vector<std::string> path) {
    std::vector<std::string> captured;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        if (isName(pattern[i])) captured.push_back(std::move(path[i]));
    return captured;
}

Response options(const std::string& allow) {
    Response response;
    response.status = 204;
    response.fields = {{"allow", allow}};
    return response;
}

Response refused(const domain::Actor& actor, std::string_view requestId) {
    if (actor.kind == domain::Actor::Kind::anonymous) return problem(401, say("http.not_logged_in"), requestId);
    return problem(403, say("http.forbidden"), requestId);
}

/// What nobody expected. Nothing here may throw on: an empty 500 needs no memory.
Response unexpected(std::string_view requestId, const char* type) noexcept {
    try {
        Response response = problem(500, say("http.internal"), requestId);
        response.finding = type;
        return response;
    } catch (...) {
        Response response;
        response.status = 500;
        return response;
    }
}

}  // namespace

/// The route, or what the path would allow.
struct Router::Found {
    const Route* route = nullptr;
    std::vector<std::string> captured{};
    std::vector<std::string> methods{};
};

Router::Router(std::vector<Route> routes, Authenticate authenticate, Policy may)
    : routes_(std::move(routes)), authenticate_(std::move(authenticate)), may_(std::move(may)) {
    for (const Route& route : routes_) {
        if (!route.pattern.starts_with('/'))
            throw Error(ErrorCode::internal, say("http.internal")).with("pattern", route.pattern);
        patterns_.push_back(segmentsOf(route.pattern));
    }
}

Router::Found Router::find(const Request& request) const {
    Found found;
    const auto path = decodedPath(request.path);
    if (!path) return found;
    const std::string_view wanted = request.method == "HEAD" ? "GET" : std::string_view(request.method);
    const auto allow = [&found](std::string_view method) {
        if (std::find(found.methods.begin(), found.methods.end(), method) == found.methods.end())
            found.methods.emplace_back(method);
    };
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        if (!fits(patterns_[i], *path)) continue;
        allow(routes_[i].method);
        if (routes_[i].method == "GET") allow("HEAD");
        if (found.route != nullptr || routes_[i].method != wanted) continue;
        found.route = &routes_[i];
        found.captured = capturedBy(patterns_[i], *path);
    }
    if (!found.methods.empty()) allow("OPTIONS");
    return found;
}

Response Router::found(const Request& request, const Route*& route) const {
    if (request.path == "*") return options("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    Found found = find(request);
    if (found.methods.empty()) return problem(404, say("http.no_resource"), request.id);
    if (found.route == nullptr) {
        std::string allow;
        for (const std::string& method : found.methods) allow += (allow.empty() ? "" : ", ") + method;
        if (request.method == "OPTIONS") return options(allow);
        return problem(Refusal{405, say("http.method_not_allowed", {request.method, allow}), allow}, request.id);
    }
    route = found.route;
    const domain::Actor actor = authenticate_(request);
    if (!may_(actor, found.route->action)) return refused(actor, request.id);
    const Parameters& known = found.route->parameters;
    Query query = known == kAnyParameters ? Query() : Query(request, known);
    return found.route->answer(Call{request, actor, std::move(found.captured), std::move(query)});
}

Response Router::caught(const Request& request, const Route*& route) const noexcept {
    try {
        Response response = found(request, route);
        return request.page != nullptr ? std::move(response) : written(std::move(response));
    } catch (const Error& error) {
        try {
            return problem(error, request);
        } catch (...) {
            return unexpected(request.id, "std::bad_alloc");
        }
    } catch (const std::exception& error) {
        return unexpected(request.id, typeid(error).name());
    } catch (...) {
        return unexpected(request.id, "unknown");
    }
}

Response Router::answer(const Request& request) const noexcept {
    const Route* route = nullptr;
    Response response = caught(request, route);
    try {
        if (route != nullptr) response.route = route->pattern;
    } catch (...) {
        response.route.clear();  // no memory for the log's word: the answer is not to blame
    }
    return response;
}

}  // namespace http
