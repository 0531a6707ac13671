#include "server/http/query.h"

#include <algorithm>
#include <charconv>

#include "base/error.h"
#include "server/http/tokens.h"

namespace http {
namespace {

constexpr std::size_t kLongestName = 255;

/// `name` is said back only where it is one of ours.
base::Error malformed(std::string_view name) {
    return {base::ErrorCode::usage, base::say("query.malformed", {std::string(name)})};
}

/// Does not say back what it does not know.
base::Error unknown(const Parameters& known) {
    std::string names;
    for (const std::string_view name : known) names.append(names.empty() ? "" : ", ").append(name);
    return {base::ErrorCode::usage,
            known.empty() ? base::say("query.unknown.any") : base::say("query.unknown", {std::move(names)})};
}

std::optional<std::string> decoded(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return unescaped(spaced);
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> pairsOf(std::string_view query) {
    std::vector<std::pair<std::string_view, std::string_view>> pairs;
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto equals = std::min(pair.find('='), pair.size());
        pairs.emplace_back(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
    }
    return pairs;
}

Query::Query(const Request& request, const Parameters& known) {
    for (const auto& [name, escapedValue] : pairsOf(request.query)) {
        if (std::find(known.begin(), known.end(), name) == known.end()) throw unknown(known);
        auto value = decoded(escapedValue);
        if (!value || value->empty() || !values_.emplace(name, std::move(*value)).second) throw malformed(name);
    }
}

std::optional<std::string> Query::find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second);
}

bool Query::truth(std::string_view name) const {
    const auto value = find(name);
    if (!value || *value == "false") return false;
    if (*value != "true") throw malformed(name);
    return true;
}

std::size_t Query::number(std::string_view name, std::size_t otherwise) const {
    const auto value = find(name);
    if (!value) return otherwise;
    std::size_t number = 0;
    const auto [end, problem] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (problem != std::errc() || end != value->data() + value->size()) throw malformed(name);
    return number;
}

std::string fileName(const Query& query) {
    std::string name = query.text("name");
    if (name.size() > kLongestName || name.find_first_of("/\\") != std::string::npos || name == "." || name == "..")
        throw malformed("name");
    return name;
}

}  // namespace http
