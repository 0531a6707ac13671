#include "server/http/tokens.h"

#include <algorithm>

namespace http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool isToken(std::string_view text) {
    constexpr std::string_view allowed =
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'f'); }

unsigned hexValue(char digit) { return static_cast<unsigned>(digit <= '9' ? digit - '0' : lower(digit) - 'a' + 10); }

bool sameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view withoutPadding(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::pair<std::string_view, std::string_view>> fieldOf(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) return std::nullopt;
    return std::pair(line.substr(0, colon), withoutPadding(line.substr(colon + 1)));
}

}  // namespace http
