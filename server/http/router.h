#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/policy.h"
#include "server/http/message.h"

namespace http {

/// One request on its way to its handler.
struct Call {
    const Request& request;
    domain::Actor actor{};                ///< who asks, as `authenticate` found it
    std::vector<std::string> captured{};  ///< what the pattern's {names} stand for, escapes decoded, in order
};

struct Route {
    std::string method{};
    std::string pattern{};  ///< "/api/v1/meetings/{id}"
    domain::Action action{};
    std::function<Response(const Call&)> answer{};
};

/// Finds the route, asks the policy, and holds the one `try`: every exception becomes a problem, what nobody expected a
/// 500 without its text. A path that no route has: 404; a method that the path does not have: 405 with Allow.
class Router {
public:
    /// Finds who asks; throws Error for a credential that is wrong.
    using Authenticate = std::function<domain::Actor(const Request&)>;

    Router(std::vector<Route> routes, Authenticate authenticate);

    Response answer(const Request& request) const noexcept;
    const std::vector<Route>& routes() const { return routes_; }

private:
    std::vector<Route> routes_;
    Authenticate authenticate_;
};

}  // namespace http
