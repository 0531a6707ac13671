#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/civil_date.h"

namespace http {

/// What the log may know of one request: no path (it may hold a token), no query, no field, no whole address.
struct RequestLine {
    std::string requestId{};
    std::string method{};   ///< empty where the request was refused before it had one
    std::string route{};    ///< the pattern that answered, empty where none did
    std::string finding{};  ///< a problem's key, with what more is known of an internal one, or an exception's type
    std::string address{};  ///< masked
    int status = 0;
    std::chrono::milliseconds time{};  ///< from the request's first byte to its answer
    bool operator==(const RequestLine&) const = default;
};

/// Where the gate tells of each request. Called by the gate's loop and its workers, also at the same time; must return
/// soon, because the loop waits for it.
class RequestLog {
public:
    virtual ~RequestLog() = default;
    virtual void write(const RequestLine& line) noexcept = 0;
};

/// One line of JSON with its line end, the time first (RFC 3339, UTC).
std::string jsonLine(const RequestLine& line, base::Instant now);

/// An address without what tells people apart: of IPv4 the first three numbers ("192.0.2.0"), of IPv6 the first 48 bits
/// ("2001:db8:1::"). Empty for what is no address.
std::string maskedAddress(std::string_view address);

}  // namespace http
