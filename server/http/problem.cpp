#include "server/http/problem.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/json_text.h"

namespace http {
namespace {

using base::ErrorCode;
using base::quoted;
using base::say;

/// Keys under one of these are cases of one problem (facts: the table of bad input).
constexpr std::array<std::string_view, 10> kFamilies{"http.request", "http.framing", "http.coding", "http.header",
                                                     "host",         "multipart",    "json",        "csv",
                                                     "xlsx",         "query.unknown"};

bool isOf(std::string_view key, std::string_view family) {
    return key.starts_with(family) && (key.size() == family.size() || key[family.size()] == '.');
}

base::Message titleOf(int status) {
    static const std::map<int, base::Message> titles{
        {400, say("status.400")}, {401, say("status.401")}, {403, say("status.403")}, {404, say("status.404")},
        {405, say("status.405")}, {408, say("status.408")}, {409, say("status.409")}, {410, say("status.410")},
        {411, say("status.411")}, {412, say("status.412")}, {413, say("status.413")}, {414, say("status.414")},
        {415, say("status.415")}, {417, say("status.417")}, {422, say("status.422")}, {428, say("status.428")},
        {429, say("status.429")}, {431, say("status.431")}, {500, say("status.500")}, {501, say("status.501")},
        {502, say("status.502")}, {503, say("status.503")}, {505, say("status.505")}, {507, say("status.507")},
    };
    const auto found = titles.find(status);
    return found == titles.end() ? say("status.other") : found->second;
}

std::string member(std::string_view name, const std::string& value) { return quoted(name) + ':' + value; }

std::string faultJson(const base::Fault& fault, bool isOfJson) {
    std::string json = '{' + member("detail", quoted(base::text(fault.message)));
    if (!fault.place.pointer.empty() || (isOfJson && fault.place.line == 0))
        json += ',' + member("pointer", quoted(fault.place.pointer));
    if (fault.place.line > 0) json += ',' + member("line", std::to_string(fault.place.line));
    if (fault.place.column > 0) json += ',' + member("column", std::to_string(fault.place.column));
    return json + '}';
}

std::string faultsJson(const base::Error& error) {
    std::string json;
    std::set<std::string> seen;
    for (const base::Fault& fault : error.faults()) {
        std::string one = faultJson(fault, isOfJson(error));
        if (!seen.insert(one).second) continue;
        if (!json.empty()) json += ',';
        json += one;
    }
    return '[' + json + ']';
}

/// `errors` is a list of JSON, or empty.
Response problemOf(int status, const base::Message& message, const std::string& errors, std::string_view requestId) {
    std::string body = '{' + member("type", quoted(problemType(message.key))) + ',' +
                       member("title", quoted(base::text(titleOf(status)))) + ',' +
                       member("status", std::to_string(status)) + ',' + member("detail", quoted(base::text(message))) +
                       ',' + member("instance", quoted(requestId));
    if (!errors.empty()) body += ',' + member("errors", errors);
    Response response = json(status, body + '}');
    response.fields = {{"content-type", "application/problem+json"}};
    if (status == 401) response.fields.emplace_back("www-authenticate", "Bearer realm=\"akces\"");
    if (status == 503) response.fields.emplace_back("retry-after", "1");
    response.finding = message.key;
    return response;
}

}  // namespace

int statusOf(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage:
            return 400;
        case ErrorCode::unreadable:
        case ErrorCode::data:
            return 422;
        case ErrorCode::refused:
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::internal:
            return 500;
        case ErrorCode::cannotWrite:
            return 507;
        case ErrorCode::busy:
        case ErrorCode::unavailable:
            return 503;
        case ErrorCode::secret:
            return 401;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::tooMany:
            return 429;
        case ErrorCode::notFound:
            return 404;
    }
    return 500;
}

bool isOfJson(const base::Error& error) {
    const std::string& key = error.message().key;
    return isOf(key, "json") || isOf(key, "data") || isOf(key, "account");
}

std::string problemType(std::string_view key) {
    for (const std::string_view family : kFamilies)
        if (isOf(key, family)) key = family;
    std::string type(key);
    std::replace_if(type.begin(), type.end(), [](char c) { return c == '.' || c == '_'; }, '-');
    return type;
}

namespace {

/// Of what has a status of its own, whatever its code.
int statusOfError(const base::Error& error) {
    const std::string& key = error.message().key;
    if (error.code() == ErrorCode::data && isOf(key, "json")) return 400;
    if (key == "etag.missing") return 428;
    if (key == "etag.changed" || key == "document.changed") return 412;
    return statusOf(error.code());
}

Response problemWith(int status, const base::Error& error, std::string_view requestId) {
    const std::string errors = error.faults().empty() ? std::string() : faultsJson(error);
    Response response = problemOf(status, error.message(), errors, requestId);
    if (error.code() == ErrorCode::internal)
        for (const auto& [name, value] : error.context())
            response.finding.append(1, ' ').append(name).append(1, '=').append(value);
    if (error.code() == ErrorCode::tooMany && !error.message().values.empty())
        response.fields.emplace_back("retry-after", error.message().values.back());
    return response;
}

}  // namespace

Response problem(const base::Error& error, std::string_view requestId) {
    return problemWith(statusOfError(error), error, requestId);
}

Response problem(const base::Error& error, const Request& request) {
    const int status = statusOfError(error);
    const bool isRace = status == 412 && !field(request, "if-match");
    return problemWith(isRace ? 409 : status, error, request.id);
}

Response problem(int status, const base::Message& message, std::string_view requestId) {
    return problemOf(status, message, "", requestId);
}

Response problem(const Refusal& refusal, std::string_view requestId) {
    Response response = problem(refusal.status, refusal.message, requestId);
    if (!refusal.allow.empty()) response.fields.emplace_back("allow", refusal.allow);
    return response;
}

}  // namespace http
