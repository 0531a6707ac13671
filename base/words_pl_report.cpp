#include <array>

#include "base/words.h"

namespace base::polish {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"archive.no_object", "W archiwum nie ma pliku o skrócie {0}."},
    {"archive.damaged", "Plik w archiwum jest uszkodzony: jego treść nie zgadza się ze skrótem {0}."},
});

}  // namespace

std::span<const Word> reportWords() { return kWords; }

}  // namespace base::polish
