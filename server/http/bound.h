#pragma once

#include "server/http/body.h"

/// Handlers, written as functions of their services and the call.
namespace http {

template <class Services>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&)) {
    return [services, answer](const Call& call) { return answer(services, call); };
}

/// One that wants a body of JSON.
template <class Services, class Body>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&, const Body&)) {
    return withBody<Body>(
        [services, answer](const Call& call, const Body& body) { return answer(services, call, body); });
}

/// One for which no body is an empty object.
template <class Services, class Body>
std::function<Response(const Call&)> boundOrEmpty(const Services& services,
                                                  Response (*answer)(const Services&, const Call&, const Body&)) {
    const auto withJson = bound(services, answer);
    return [services, answer, withJson](const Call& call) {
        return call.request.body.empty() ? answer(services, call, {}) : withJson(call);
    };
}

}  // namespace http
