#pragma once

namespace base {

enum class Plural { one, few, many };

/// CLDR's classes of Polish for whole numbers: 1; 2–4 but not 12–14 at the end; the rest.
Plural polishPlural(long long count);

/// Those of English: 1; the rest (many).
Plural englishPlural(long long count);

}  // namespace base
