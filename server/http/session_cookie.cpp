#include "server/http/session_cookie.h"

#include "server/http/tokens.h"
#include "server/workflow/secret.h"

namespace http {
namespace {

std::string attributes(std::chrono::seconds life, Transport transport) {
    const char* secure = transport == Transport::tls ? "; Secure" : "";
    return "; Path=/; Max-Age=" + std::to_string(life.count()) + "; HttpOnly; SameSite=Lax" + secure;
}

/// Calls `visit(name, value)` for each cookie of one field (RFC 6265 section 4.2.1).
template <class Visit>
void eachCookie(std::string_view cookies, const Visit& visit) {
    while (!cookies.empty()) {
        const std::string_view pair = cookies.substr(0, cookies.find(';'));
        cookies.remove_prefix(std::min(cookies.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (equals != pair.npos) visit(withoutPadding(pair.substr(0, equals)), withoutPadding(pair.substr(equals + 1)));
    }
}

}  // namespace

std::string_view cookieName(Transport transport) { return transport == Transport::tls ? "__Host-akces" : "akces"; }

std::optional<std::string> sessionSecret(const Request& request, Transport transport) {
    std::size_t count = 0;
    std::string_view found;
    for (const auto& [name, value] : request.fields)
        if (sameWord(name, "cookie"))
            eachCookie(value, [&](std::string_view cookie, std::string_view secret) {
                if (cookie != cookieName(transport)) return;
                found = secret;
                ++count;
            });
    if (count != 1 || !workflow::isSecretText(found)) return std::nullopt;
    return std::string(found);
}

std::string sessionCookie(std::string_view secret, std::chrono::seconds life, Transport transport) {
    return std::string(cookieName(transport)) + '=' + std::string(secret) + attributes(life, transport);
}

std::string endedCookie(Transport transport) {
    return std::string(cookieName(transport)) + '=' + attributes(std::chrono::seconds(0), transport);
}

}  // namespace http
