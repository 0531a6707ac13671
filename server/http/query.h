#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/message.h"

namespace http {

/// The parameters that a route takes.
using Parameters = std::vector<std::string_view>;
/// Of a page: whatever comes is left unread, since mail programs and search engines decorate addresses.
inline const Parameters kAnyParameters{"*"};

/// "a=1&b" in its pairs, escapes kept: ("a", "1"), ("b", "").
std::vector<std::pair<std::string_view, std::string_view>> pairsOf(std::string_view query);

/// A request's query, read strictly: escapes and "+" decoded once, UTF-8 without control characters. Throws
/// Error(usage): query.unknown for a parameter that is none of `known`, with those that there are; query.malformed for
/// one that comes twice, has no value, or one that cannot be one.
class Query {
public:
    Query() = default;
    Query(const Request& request, const Parameters& known);

    std::optional<std::string> find(std::string_view name) const;
    /// Empty where it is missing.
    std::string text(std::string_view name) const { return find(name).value_or(""); }
    /// "true" or "false"; false where it is missing.
    bool truth(std::string_view name) const;
    /// Digits; `otherwise` where it is missing.
    std::size_t number(std::string_view name, std::size_t otherwise) const;

private:
    std::map<std::string, std::string, std::less<>> values_{};
};

/// Of "?name=": a file's name without folders. Throws Error(usage) as Query.
std::string fileName(const Query& query);

}  // namespace http
