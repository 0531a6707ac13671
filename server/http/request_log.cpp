#include "server/http/request_log.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>

#include "base/json_text.h"

namespace http {
namespace {

constexpr std::size_t kIpv6Kept = 6;

}  // namespace

std::string jsonLine(const RequestLine& line, base::Instant now) {
    std::string json = "{\"time\":" + base::quoted(base::isoInstant(now));
    const auto add = [&json](const char* name, const std::string& value) {
        if (!value.empty()) json += ",\"" + std::string(name) + "\":" + base::quoted(value);
    };
    add("request", line.requestId);
    add("method", line.method);
    add("route", line.route);
    json += ",\"status\":" + std::to_string(line.status) + ",\"ms\":" + std::to_string(line.time.count());
    add("finding", line.finding);
    add("address", line.address);
    return json + "}\n";
}

std::string maskedAddress(std::string_view address) {
    const std::string text(address);
    in_addr four{};
    in6_addr six{};
    std::array<char, INET6_ADDRSTRLEN> masked{};
    if (::inet_pton(AF_INET, text.c_str(), &four) == 1) {
        four.s_addr &= htonl(0xFFFFFF00U);
        return ::inet_ntop(AF_INET, &four, masked.data(), masked.size());
    }
    if (::inet_pton(AF_INET6, text.c_str(), &six) == 1) {
        std::fill(std::begin(six.s6_addr) + kIpv6Kept, std::end(six.s6_addr), std::uint8_t{0});
        return ::inet_ntop(AF_INET6, &six, masked.data(), masked.size());
    }
    return {};
}

}  // namespace http
