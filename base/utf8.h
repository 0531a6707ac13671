#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace base {

/// Whether `text` is well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
bool isUtf8(std::string_view text);

/// The first octet that breaks well-formedness, or npos.
std::size_t firstInvalidUtf8(std::string_view text);

/// Decodes the code point at `position` and moves behind it. `text` must be well-formed.
char32_t nextCodePoint(std::string_view text, std::size_t& position);

std::u32string codePoints(std::string_view text);
std::string utf8(std::u32string_view text);
void appendUtf8(std::string& text, char32_t codePoint);

/// Big-endian UTF-16 with its byte order mark, as PDF text strings want it (ISO 32000-1 section 7.9.2.2).
std::string utf16WithMark(std::string_view text);

/// Without leading and trailing space, tab, line ends and U+00A0.
std::string_view trimmed(std::string_view text);

}  // namespace base
