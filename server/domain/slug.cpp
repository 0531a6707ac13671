#include "server/domain/slug.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace domain {
namespace {

/// The plain letter or digit of a code point; 0 for anything else.
char plainLetter(char32_t point) {
    const char32_t plain = base::plainLetter(point);
    const bool isPlain = (plain >= U'a' && plain <= U'z') || (plain >= U'0' && plain <= U'9');
    return isPlain ? static_cast<char>(plain) : '\0';
}

}  // namespace

std::string slug(std::string_view text, std::size_t limit) {
    std::string slug;
    for (const char32_t point : base::codePoints(text)) {
        const char letter = plainLetter(point);
        if (letter != '\0')
            slug += letter;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    if (slug.size() > limit) {
        const std::size_t gap = slug.rfind('-', limit);
        slug.resize(gap == std::string::npos || gap < limit / 2 ? limit : gap);
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "x" : slug;
}

}  // namespace domain
