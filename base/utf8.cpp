#include "base/utf8.h"

namespace base {
namespace {

bool isTail(std::string_view text, std::size_t position) {
    return position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80;
}

/// Length of the well-formed sequence at `position`, or 0 (Unicode 15, table 3-7).
std::size_t sequenceLength(std::string_view text, std::size_t position) {
    const auto lead = static_cast<unsigned char>(text[position]);
    if (lead < 0x80) return 1;
    if (lead < 0xC2 || lead > 0xF4 || !isTail(text, position + 1)) return 0;
    if (lead < 0xE0) return 2;
    const auto second = static_cast<unsigned char>(text[position + 1]);
    if (!isTail(text, position + 2)) return 0;
    if (lead < 0xF0) return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ? 0 : 3;
    if (!isTail(text, position + 3)) return 0;
    return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F) ? 0 : 4;
}

void appendUtf16(std::string& text, char32_t unit) {
    text += static_cast<char>(unit >> 8 & 0xFF);
    text += static_cast<char>(unit & 0xFF);
}

}  // namespace

std::size_t firstInvalidUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = sequenceLength(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

bool isUtf8(std::string_view text) { return firstInvalidUtf8(text) == std::string_view::npos; }

char32_t nextCodePoint(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position++]);
    if (lead < 0x80) return lead;
    const int tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t codePoint = lead & (0x3F >> tails);
    for (int i = 0; i < tails && position < text.size(); ++i)
        codePoint = codePoint << 6 | (static_cast<unsigned char>(text[position++]) & 0x3F);
    return codePoint;
}

std::u32string codePoints(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) points += nextCodePoint(text, i);
    return points;
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (codePoint >> shift & 0x3F)); };
    if (codePoint < 0x80) {
        text += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        text += static_cast<char>(0xC0 | codePoint >> 6);
        tail(0);
    } else if (codePoint < 0x10000) {
        text += static_cast<char>(0xE0 | codePoint >> 12);
        tail(6), tail(0);
    } else {
        text += static_cast<char>(0xF0 | codePoint >> 18);
        tail(12), tail(6), tail(0);
    }
}

std::string utf8(std::u32string_view text) {
    std::string octets;
    octets.reserve(text.size());
    for (const char32_t codePoint : text) appendUtf8(octets, codePoint);
    return octets;
}

std::string utf16WithMark(std::string_view text) {
    std::string units = "\xFE\xFF";
    for (std::size_t i = 0; i < text.size();) {
        const char32_t codePoint = nextCodePoint(text, i);
        if (codePoint < 0x10000) {
            appendUtf16(units, codePoint);
        } else {
            appendUtf16(units, 0xD800 | (codePoint - 0x10000) >> 10);
            appendUtf16(units, 0xDC00 | ((codePoint - 0x10000) & 0x3FF));
        }
    }
    return units;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    constexpr std::string_view hardSpace = "\xC2\xA0";
    for (;;) {
        if (!text.empty() && space.find(text.front()) != space.npos)
            text.remove_prefix(1);
        else if (text.starts_with(hardSpace))
            text.remove_prefix(2);
        else
            break;
    }
    for (;;) {
        if (!text.empty() && space.find(text.back()) != space.npos)
            text.remove_suffix(1);
        else if (text.ends_with(hardSpace))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

}  // namespace base
