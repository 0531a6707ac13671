#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"keep.indicator_documents", "{0} {0|dokument|dokumenty|dokumentów}"},
});

}  // namespace

std::span<const Word> webKeepWords() { return kWords; }

}  // namespace base::polish
