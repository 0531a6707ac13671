#include "server/workflow/plain_text.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "server/limits.h"

namespace workflow {
namespace {

bool isForbidden(char32_t point) {
    const bool isControl =
        (point < 0x20 && point != U'\t' && point != U'\n' && point != U'\r') || (point >= 0x7F && point < 0xA0);
    return isControl || (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

std::optional<base::Message> textFault(std::string_view text) {
    if (text.size() > limits::kText.value * 4)  // before anything is made of it
        return base::say("text.too_long", {std::to_string(limits::kText.value)});
    const auto points = base::codePoints(text);
    if (points.size() > limits::kText.value) return base::say("text.too_long", {std::to_string(limits::kText.value)});
    if (std::any_of(points.begin(), points.end(), isForbidden)) return base::say("text.forbidden");
    return std::nullopt;
}

bool isPlain(std::string_view text, std::size_t mostCharacters) {
    return !text.empty() && base::isUtf8(text) && !textFault(text) && base::codePoints(text).size() <= mostCharacters;
}

}  // namespace workflow
