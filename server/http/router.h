#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/policy.h"
#include "server/http/message.h"
#include "server/http/query.h"

namespace http {

/// One request on its way to its handler.
struct Call {
    const Request& request;
    domain::Actor actor{};                ///< who asks, as `authenticate` found it
    std::vector<std::string> captured{};  ///< what the pattern's {names} stand for, escapes decoded, in order
    Query query{};                        ///< with the route's parameters and no other
};

struct Route {
    std::string method{};
    std::string pattern{};  ///< "/api/v1/meetings/{id}"
    domain::Action action{};
    std::function<Response(const Call&)> answer{};
    Parameters parameters{};
};

/// Finds the route, asks the policy, reads the query by the route's parameters, and holds the one `try`: every
/// exception becomes a problem, what nobody expected a 500 without its text. A path that no route has: 404; a method
/// that the path does not have: 405 with Allow. Escapes of a path are decoded once, each segment by itself (RFC 3986
/// section 2.4), so "%2F" divides nothing; a segment that is no UTF-8 then, has control characters, or is "." or "..",
/// leads nowhere. Of routes that both fit, the first listed answers. HEAD is answered by GET's route, OPTIONS by the
/// list of methods.
class Router {
public:
    /// Finds who asks; throws Error for a credential that is wrong.
    using Authenticate = std::function<domain::Actor(const Request&)>;
    /// domain::may.
    using Policy = std::function<bool(const domain::Actor&, domain::Action)>;

    /// Throws Error(internal) for a pattern that does not begin with "/".
    Router(std::vector<Route> routes, Authenticate authenticate, Policy may);

    Response answer(const Request& request) const noexcept;
    const std::vector<Route>& routes() const { return routes_; }

private:
    struct Found;
    Found find(const Request& request) const;
    Response found(const Request& request, const Route*& route) const;
    Response caught(const Request& request, const Route*& route) const noexcept;

    std::vector<Route> routes_;
    std::vector<std::vector<std::string>> patterns_;  ///< each route's segments
    Authenticate authenticate_;
    Policy may_;
};

}  // namespace http
