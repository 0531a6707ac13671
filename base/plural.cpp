#include "base/plural.h"

namespace base {

Plural polishPlural(long long count) {
    const auto bits = static_cast<unsigned long long>(count);
    const unsigned long long n = count < 0 ? 0 - bits : bits;  // the least number has no positive twin
    if (n == 1) return Plural::one;
    const bool few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    return few ? Plural::few : Plural::many;
}

Plural englishPlural(long long count) { return count == 1 || count == -1 ? Plural::one : Plural::many; }

}  // namespace base
