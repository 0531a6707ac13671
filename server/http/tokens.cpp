#include "server/http/tokens.h"

#include <algorithm>

#include "base/utf8.h"

namespace http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool isToken(std::string_view text) {
    constexpr std::string_view allowed =
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return !text.empty() && text.find_first_not_of(allowed) == text.npos;
}

bool isLetterOrDigit(char c) { return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z'); }

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

std::string escaped(std::string_view text, bool (*isPlain)(char)) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string made;
    for (const char c : text) {
        const auto octet = static_cast<unsigned char>(c);
        if (isPlain(c))
            made += c;
        else
            (made += '%').append(1, digits[octet >> 4U]).append(1, digits[octet & 15U]);
    }
    return made;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += text[i];
            continue;
        }
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2])) return std::nullopt;
        plain += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
        i += 2;
    }
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!base::isUtf8(plain) || std::any_of(plain.begin(), plain.end(), isControl)) return std::nullopt;
    return plain;
}

std::optional<std::pair<std::string_view, std::string_view>> fieldOf(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos || !isToken(line.substr(0, colon))) return std::nullopt;
    return std::pair(line.substr(0, colon), withoutPadding(line.substr(colon + 1)));
}

}  // namespace http
