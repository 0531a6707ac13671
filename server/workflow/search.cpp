#include "server/workflow/search.h"

#include <algorithm>

#include "base/error.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace workflow {
namespace {

constexpr std::size_t kMostCharacters = 200;

bool isMark(char32_t point) { return point >= U'\u0300' && point <= U'\u036F'; }
bool isGap(char32_t point) { return point <= U' ' || point == U'\u00A0'; }

}  // namespace

std::string plainText(std::string_view text) {
    std::string plain;
    for (const char32_t point : base::codePoints(text))
        if (!isMark(point)) base::appendUtf8(plain, base::plainLetter(point));
    return plain;
}

Search::Search(std::string_view words) {
    const std::u32string points = base::codePoints(plainText(words));
    if (points.size() > kMostCharacters) throw base::Error(base::ErrorCode::usage, base::say("query.malformed", {"q"}));
    std::string word;
    for (const char32_t point : points + U' ') {
        if (!isGap(point)) {
            base::appendUtf8(word, point);
        } else if (!word.empty()) {
            words_.push_back(std::move(word));
            word.clear();
        }
    }
}

bool Search::finds(std::initializer_list<std::string_view> texts) const {
    if (isEmpty()) return true;
    std::string all;
    for (const std::string_view text : texts) all += plainText(text) + '\n';
    return std::all_of(words_.begin(), words_.end(),
                       [&](const std::string& word) { return all.find(word) != std::string::npos; });
}

}  // namespace workflow
