#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"templates.", ""},
});

}  // namespace

std::span<const Word> templatesWords() { return kWords; }

}  // namespace base::polish
