#pragma once

#include "server/http/body.h"
#include "server/http/query.h"

/// Handlers, written as functions of their services and the call.
namespace http {

/// One that reads the query itself.
template <class Services>
auto boundWithQuery(const Services& services, Response (*answer)(const Services&, const Call&)) {
    return [services, answer](const Call& call) { return answer(services, call); };
}

/// One that wants no query: Error(usage) for any.
template <class Services>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&)) {
    return [services, answer](const Call& call) {
        const Query none(call.request, {});
        return answer(services, call);
    };
}

/// The same of one that wants a body of JSON.
template <class Services, class Body>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&, const Body&)) {
    return withBody<Body>([services, answer](const Call& call, const Body& body) {
        const Query none(call.request, {});
        return answer(services, call, body);
    });
}

/// The same of one for which no body is an empty object.
template <class Services, class Body>
std::function<Response(const Call&)> boundOrEmpty(const Services& services,
                                                  Response (*answer)(const Services&, const Call&, const Body&)) {
    const auto withJson = bound(services, answer);
    return [services, answer, withJson](const Call& call) {
        if (!call.request.body.empty()) return withJson(call);
        const Query none(call.request, {});
        return answer(services, call, {});
    };
}

}  // namespace http
