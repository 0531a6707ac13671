#include "server/http/writer.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Timestamp.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "server/http/tokens.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr int kNoContent = 204;
constexpr int kNotModified = 304;

/// What every answer carries.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSecurity{{
    {"Content-Security-Policy",
     "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Connection", "close"},
}};

/// Fields that only this writer sets.
constexpr std::array<std::string_view, 5> kOwn{"content-length", "transfer-encoding", "date", "x-request-id",
                                               "strict-transport-security"};

std::string httpDate(base::Instant now) {
    return Poco::DateTimeFormatter::format(Poco::Timestamp::fromEpochTime(now.time_since_epoch().count()),
                                           Poco::DateTimeFormat::HTTP_FORMAT);
}

std::string reasonOf(int status) {
    return Poco::Net::HTTPResponse::getReasonForStatus(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(status));
}

bool isOwn(std::string_view name) {
    const auto isSame = [name](std::string_view own) { return sameWord(name, own); };
    return std::any_of(kOwn.begin(), kOwn.end(), isSame) ||
           std::any_of(kSecurity.begin(), kSecurity.end(), [&](const auto& each) { return isSame(each.first); });
}

void append(std::string& bytes, std::string_view name, std::string_view value) {
    bytes.append(name).append(": ").append(value).append("\r\n");
}

/// No bytes of the refused value go into the error: they may be a secret.
void appendChecked(std::string& bytes, std::string_view name, std::string_view value) {
    constexpr std::string_view forbidden("\r\n\0", 3);
    if (!isToken(name) || isOwn(name) || value.find_first_of(forbidden) != value.npos)
        throw Error(ErrorCode::internal, say("http.bad_answer")).with("field", std::string(name));
    append(bytes, name, value);
}

bool has(const Fields& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [name](const auto& field) { return sameWord(field.first, name); });
}

}  // namespace

bool hasBody(const Response& response, std::string_view method) {
    return method != "HEAD" && response.status != kNoContent && response.status != kNotModified;
}

std::string headBytes(const Response& response, const WireContext& context) {
    if (response.status < 200 || response.status > 599)
        throw Error(ErrorCode::internal, say("http.bad_answer")).with("status", std::to_string(response.status));
    std::string bytes = "HTTP/1.1 " + std::to_string(response.status) + ' ' + reasonOf(response.status) + "\r\n";
    append(bytes, "Date", httpDate(context.now));
    for (const auto& [name, value] : response.fields) appendChecked(bytes, name, value);
    if (!has(response.fields, "cache-control")) append(bytes, "Cache-Control", "no-store");
    if (response.status != kNoContent && response.status != kNotModified)
        append(bytes, "Content-Length", std::to_string(response.body.size()));
    append(bytes, "X-Request-Id", context.requestId);
    for (const auto& [name, value] : kSecurity) append(bytes, name, value);
    if (context.transport == Transport::tls) append(bytes, "Strict-Transport-Security", "max-age=31536000");
    return bytes + "\r\n";
}

}  // namespace http
