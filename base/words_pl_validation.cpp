#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"validation.", ""},
});

}  // namespace

std::span<const Word> validationWords() { return kWords; }

}  // namespace base::polish
