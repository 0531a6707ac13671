#pragma once

#include <string>
#include <string_view>

#include "base/civil_date.h"
#include "server/http/message.h"
#include "server/http/transport.h"

namespace http {

struct WireContext {
    std::string_view method{};     ///< of the request; an answer to HEAD has no body
    std::string_view requestId{};  ///< goes out as X-Request-Id
    Transport transport = Transport::plain;
    base::Instant now{};
};

/// Status line and fields of an answer, its empty line included (RFC 9112 section 4): the response's own fields, the
/// security headers (CSP without inline, no framing, nosniff, no referrer, HSTS behind TLS), Cache-Control: no-store
/// where the response says nothing else, Date, Content-Length (RFC 9110 section 8.6), X-Request-Id, Connection: close.
/// Throws Error(internal) for CR, LF or NUL in a field, for a name that is no token, for a field that is the writer's
/// own, and for a status outside 200 to 599.
std::string headBytes(const Response& response, const WireContext& context);

/// Whether its body goes out behind the head.
bool hasBody(const Response& response, std::string_view method);

}  // namespace http
