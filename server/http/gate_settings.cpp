#include "server/http/gate_settings.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace http {

bool isAddress(const std::string& text) {
    in6_addr any{};
    return ::inet_pton(AF_INET, text.c_str(), &any) == 1 || ::inet_pton(AF_INET6, text.c_str(), &any) == 1;
}

std::vector<std::string> hostsOf(const GateSettings& settings, std::uint16_t port) {
    const std::string behind = ':' + std::to_string(port);
    std::vector<std::string> hosts{"127.0.0.1" + behind, "localhost" + behind, "[::1]" + behind};
    const bool isVersion6 = settings.address.find(':') != std::string::npos;
    hosts.push_back((isVersion6 ? '[' + settings.address + ']' : settings.address) + behind);
    hosts.insert(hosts.end(), settings.hosts.begin(), settings.hosts.end());
    return hosts;
}

bool isProxy(const GateSettings& settings, const std::string& address) {
    return std::find(settings.proxies.begin(), settings.proxies.end(), address) != settings.proxies.end();
}

std::string clientAddress(const GateSettings& settings, const std::string& connection,
                          const std::string& forwardedFor) {
    return isProxy(settings, connection) && isAddress(forwardedFor) ? forwardedFor : connection;
}

}  // namespace http
