#include "templates/polish.h"

#include <array>

#include "base/letters.h"
#include "base/utf8.h"

namespace templates::polish {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"stycznia", "lutego",       "marca",     "kwietnia",
                                                   "maja",     "czerwca",      "lipca",     "sierpnia",
                                                   "września", "października", "listopada", "grudnia"};
constexpr std::u32string_view kOrder = U"aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż";

/// Signs before digits before letters, letters by the alphabet.
long weight(char32_t point) {
    const std::size_t at = kOrder.find(base::smallLetter(point));
    return at == kOrder.npos ? static_cast<long>(point) : 0x200000 + static_cast<long>(at);
}

bool isDigit(char32_t point) { return point >= U'0' && point <= U'9'; }

std::u32string_view takeNumber(std::u32string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && isDigit(text[end])) ++end;
    std::u32string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    while (digits.size() > 1 && digits.front() == U'0') digits.remove_prefix(1);
    return digits;
}

}  // namespace

std::string dateText(std::chrono::year_month_day day) {
    return std::to_string(static_cast<unsigned>(day.day())) + ' ' +
           std::string(kMonths[static_cast<unsigned>(day.month()) - 1]) + ' ' +
           std::to_string(static_cast<int>(day.year())) + " r.";
}

int compare(std::string_view left, std::string_view right) {
    const std::u32string a = base::codePoints(left), b = base::codePoints(right);
    std::u32string_view x = a, y = b;
    while (!x.empty() && !y.empty()) {
        if (isDigit(x.front()) && isDigit(y.front())) {
            const auto first = takeNumber(x), second = takeNumber(y);
            if (first.size() != second.size()) return first.size() < second.size() ? -1 : 1;
            if (const int order = first.compare(second)) return order;
            continue;
        }
        const long first = weight(x.front()), second = weight(y.front());
        if (first != second) return first < second ? -1 : 1;
        x.remove_prefix(1);
        y.remove_prefix(1);
    }
    if (x.empty() != y.empty()) return x.empty() ? -1 : 1;
    return a.compare(b);
}

}  // namespace templates::polish
