#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"cli.", ""},
});

}  // namespace

std::span<const Word> cliWords() { return kWords; }

}  // namespace base::polish
