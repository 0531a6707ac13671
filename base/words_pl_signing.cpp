#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"signing.", ""},
});

}  // namespace

std::span<const Word> signingWords() { return kWords; }

}  // namespace base::polish
