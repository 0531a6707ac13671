#include "server/http/page.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "server/workflow/json_value.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kMostItems = 200;
constexpr std::size_t kLongestCursor = 512;
constexpr std::string_view kHexMark = "x--";

Error malformed(std::string_view name) { return {ErrorCode::usage, say("query.malformed", {std::string(name)})}; }

bool isCursor(std::string_view text) {
    return text.size() <= kLongestCursor && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

}  // namespace

workflow::PageWish pageOf(const Query& query) {
    workflow::PageWish page;
    page.after = query.text("after");
    if (!isCursor(page.after)) throw malformed("after");
    page.limit = query.number("limit", page.limit);
    if (page.limit == 0 || page.limit > kMostItems) throw malformed("limit");
    return page;
}

std::int64_t numberAfter(const workflow::PageWish& page) {
    if (page.after.empty()) return 0;
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(page.after.data(), page.after.data() + page.after.size(), number);
    if (problem != std::errc() || end != page.after.data() + page.after.size()) throw malformed("after");
    return number;
}

std::string cursorOf(std::string_view text) {
    const bool isPlain =
        !text.empty() && text.size() <= kLongestCursor && isCursor(text) && !text.starts_with(kHexMark);
    return isPlain ? std::string(text) : std::string(kHexMark) + base::hex(text);
}

std::string textAfter(const workflow::PageWish& page) {
    if (!page.after.starts_with(kHexMark)) return page.after;
    try {
        return base::fromHex(std::string_view(page.after).substr(kHexMark.size()));
    } catch (const Error&) {
        throw malformed("after");
    }
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
