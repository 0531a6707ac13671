#pragma once

#include "server/http/body.h"

namespace http {

/// A handler, written as a function of its services and the call.
template <class Services>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&)) {
    return [services, answer](const Call& call) { return answer(services, call); };
}

/// The same of one that wants a body of JSON.
template <class Services, class Body>
auto bound(const Services& services, Response (*answer)(const Services&, const Call&, const Body&)) {
    return withBody<Body>(
        [services, answer](const Call& call, const Body& body) { return answer(services, call, body); });
}

}  // namespace http
