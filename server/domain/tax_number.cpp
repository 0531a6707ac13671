#include "server/domain/tax_number.h"

#include <array>
#include <cstddef>

namespace domain {

bool isTaxNumber(std::string_view text) {
    constexpr std::array weights{6, 5, 7, 2, 3, 4, 5, 6, 7};
    int sum = 0;
    int last = -1;
    std::size_t count = 0;
    for (const char c : text) {
        if (c == '-' || c == ' ') continue;
        if (c < '0' || c > '9' || count > weights.size()) return false;
        last = c - '0';
        if (count < weights.size()) sum += weights[count] * last;
        ++count;
    }
    return count == weights.size() + 1 && sum % 11 == last;
}

}  // namespace domain
