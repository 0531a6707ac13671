#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"keep.indicator_documents", "{0} {0|document|documents}"},
});

}  // namespace

std::span<const Word> webKeepWords() { return kWords; }

}  // namespace base::english
