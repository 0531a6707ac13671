#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"pdfgen.", ""},
});

}  // namespace

std::span<const Word> pdfgenWords() { return kWords; }

}  // namespace base::polish
