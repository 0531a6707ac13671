#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"server.", ""},
});

}  // namespace

std::span<const Word> serverWords() { return kWords; }

}  // namespace base::polish
