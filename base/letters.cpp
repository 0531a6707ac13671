#include "base/letters.h"

#include <string_view>

namespace base {
namespace {

constexpr std::u32string_view kCapitals = U"ĄĆĘŁŃÓŚŹŻ";
constexpr std::u32string_view kSmall = U"ąćęłńóśźż";
constexpr std::u32string_view kPlain = U"acelnoszz";
constexpr char32_t kDistance = U'a' - U'A';

/// The letter of `to` that stands where `from` has the point.
char32_t turned(char32_t point, std::u32string_view from, std::u32string_view to) {
    if (point < 0x80) return point;  // most are
    const auto at = from.find(point);
    return at == from.npos ? point : to[at];
}

}  // namespace

char32_t smallLetter(char32_t point) {
    return point >= U'A' && point <= U'Z' ? point + kDistance : turned(point, kCapitals, kSmall);
}

char32_t capitalLetter(char32_t point) {
    return point >= U'a' && point <= U'z' ? point - kDistance : turned(point, kSmall, kCapitals);
}

char32_t plainLetter(char32_t point) { return turned(smallLetter(point), kSmall, kPlain); }

}  // namespace base
