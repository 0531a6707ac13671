#include "server/http/etag.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "base/error.h"
#include "server/http/tokens.h"
#include "signing/digest.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kTagOctets = 12;

Error malformed() { return {ErrorCode::usage, say("etag.malformed")}; }
Error changed() { return {ErrorCode::conflict, say("etag.changed")}; }

/// The tags of If-Match with their quotes; "*" alone is an empty list. Weak tags never match, so they are left out.
std::vector<std::string_view> tagsOf(std::string_view text) {
    std::vector<std::string_view> tags;
    if (withoutPadding(text) == "*") return tags;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view tag = withoutPadding(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        const bool isWeak = tag.starts_with("W/");
        const std::string_view quoted = isWeak ? tag.substr(2) : tag;
        const bool isTag = quoted.size() >= 2 && quoted.front() == '"' && quoted.back() == '"' &&
                           quoted.substr(1, quoted.size() - 2).find('"') == std::string_view::npos;
        if (!isTag) throw malformed();
        if (!isWeak) tags.push_back(tag);
    }
    if (tags.empty()) throw changed();
    return tags;
}

}  // namespace

std::string versionTag(std::int64_t version) { return '"' + std::to_string(version) + '"'; }

std::string contentTag(std::string_view content) {
    return '"' + base::hex(base::ByteView(signing::sha256(content)).substr(0, kTagOctets)) + '"';
}

Response tagged(Response response, const std::string& tag) {
    response.fields.emplace_back("etag", tag);
    return response;
}

workflow::ExpectedVersion expectedVersion(const Request& request) {
    const auto text = field(request, "if-match");
    if (!text) return std::nullopt;
    const auto tags = tagsOf(*text);
    if (tags.empty()) return std::nullopt;
    if (tags.size() > 1) throw malformed();  // one document has one version
    const std::string_view digits = tags.front().substr(1, tags.front().size() - 2);
    std::int64_t version = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (failed != std::errc() || end != digits.data() + digits.size()) throw changed();
    return version;
}

void requireMatch(const Request& request, std::string_view tag) {
    const auto text = field(request, "if-match");
    if (!text) throw Error(ErrorCode::conflict, say("etag.missing"));
    const auto tags = tagsOf(*text);
    if (!tags.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end()) throw changed();
}

}  // namespace http
