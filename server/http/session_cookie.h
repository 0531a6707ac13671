#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"
#include "server/http/transport.h"

namespace http {

/// "akces"; behind TLS "__Host-akces", which nobody but this host could have set (RFC 6265bis section 4.1.3.2), and
/// Secure.
std::string_view cookieName(Transport transport);

/// The session's secret as the browser sends it. Nothing where there is no such cookie, two of them, or a value that is
/// no secret.
std::optional<std::string> sessionSecret(const Request& request, Transport transport);

/// Set-Cookie of a new session: HttpOnly, SameSite=Lax, for the whole host.
std::string sessionCookie(std::string_view secret, std::chrono::seconds life, Transport transport);

/// Set-Cookie that makes the browser forget it.
std::string endedCookie(Transport transport);

}  // namespace http
