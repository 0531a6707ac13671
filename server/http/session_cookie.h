#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/message.h"

namespace http {

/// Whether browsers reach the service by TLS: then cookies are Secure, and named so that nobody but this host could
/// have set them (RFC 6265bis section 4.1.3.2).
enum class Transport { plain, tls };

std::string_view cookieName(Transport transport);  ///< "akces", "__Host-akces"

/// The session's secret as the browser sends it. Nothing where there is no such cookie, two of them, or a value that is
/// no secret.
std::optional<std::string> sessionSecret(const Request& request, Transport transport);

/// Set-Cookie of a new session: HttpOnly, SameSite=Lax, for the whole host.
std::string sessionCookie(std::string_view secret, std::chrono::seconds life, Transport transport);

/// Set-Cookie that makes the browser forget it.
std::string endedCookie(Transport transport);

}  // namespace http
