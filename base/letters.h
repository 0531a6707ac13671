#pragma once

/// The letters of Polish, whose case the C++ library does not know without a locale.
namespace base {

/// The small letter of a capital of A–Z or of the Polish alphabet; any other code point as it is.
char32_t smallLetter(char32_t point);

/// The capital of a small letter, in the same way.
char32_t capitalLetter(char32_t point);

/// The small letter without its Polish mark, "ł" as "l", in the same way.
char32_t plainLetter(char32_t point);

}  // namespace base
