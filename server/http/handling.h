#pragma once

#include <functional>
#include <type_traits>

#include "server/http/answers.h"

namespace http {

/// Makes handlers of routes of a class's members; each has its own copy of `handlers`. A member that takes a second
/// argument wants a body of JSON: as a tree, or as a struct that describes itself.
template <class Handlers>
struct Handling {
    Handlers handlers;

    std::function<Response(const Call&)> operator()(Response (Handlers::*answer)(const Call&) const) const {
        return [handlers = handlers, answer](const Call& call) { return (handlers.*answer)(call); };
    }
    template <class Body>
    std::function<Response(const Call&)> operator()(Response (Handlers::*answer)(const Call&, const Body&)
                                                        const) const {
        auto inner = [handlers = handlers, answer](const Call& call, const Body& body) {
            return (handlers.*answer)(call, body);
        };
        if constexpr (std::is_same_v<Body, templates::Value>)
            return withTree(std::move(inner));
        else
            return withBody<Body>(std::move(inner));
    }
};

}  // namespace http
