#include "server/http/page.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/error.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kMostItems = 200;
constexpr std::size_t kLongestCursor = 64;

Error malformed(std::string_view name) {
    // Another parameter's name is the client's own text: it is not said back.
    const bool isOurs = name == "limit" || name == "after";
    return {ErrorCode::usage, say("query.malformed", {isOurs ? std::string(name) : "?"})};
}

template <class Number>
Number numberOf(std::string_view text, std::string_view name) {
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || text.empty()) throw malformed(name);
    return number;
}

bool isCursor(std::string_view text) {
    return text.size() <= kLongestCursor && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

void take(workflow::PageWish& page, std::string_view name, std::string_view value) {
    if (name == "limit") {
        page.limit = numberOf<std::size_t>(value, name);
        if (page.limit == 0 || page.limit > kMostItems) throw malformed(name);
    } else if (name == "after" && isCursor(value)) {
        page.after = value;
    } else {
        throw malformed(name);
    }
}

}  // namespace

workflow::PageWish pageOf(const Request& request) {
    workflow::PageWish page;
    std::set<std::string_view> seen;
    for (std::string_view rest = request.query; !rest.empty();) {
        const std::string_view pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const auto equals = std::min(pair.find('='), pair.size());
        const std::string_view name = pair.substr(0, equals);
        if (!seen.insert(name).second) throw malformed(name);
        take(page, name, pair.substr(std::min(equals + 1, pair.size())));
    }
    return page;
}

std::int64_t numberAfter(const workflow::PageWish& page) {
    if (page.after.empty()) return 0;
    return numberOf<std::int64_t>(page.after, "after");
}

workflow::PageWish oneMore(workflow::PageWish page) {
    ++page.limit;
    return page;
}

Response pageJson(const workflow::PageWish& page, templates::Value::List data, const std::string* next) {
    templates::Value::Map pagination;
    pagination["limit"] = static_cast<std::int64_t>(page.limit);
    pagination["next"] = next == nullptr ? templates::Value() : templates::Value(*next);
    templates::Value::Map whole;
    whole["data"] = std::move(data);
    whole["pagination"] = std::move(pagination);
    return json(200, workflow::valueJson(whole));
}

}  // namespace http
