#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace pdfgen {

/// Where Polish words may be broken: libhyphen's patterns under our rules (2 letters before, 3 behind, a vowel in every
/// fragment; none in words with capitals inside, digits, "@", "/" or dots).
class Hyphenator {
public:
    /// Throws Error(unreadable) when the patterns are missing.
    explicit Hyphenator(const std::filesystem::path& patterns);
    ~Hyphenator();
    Hyphenator(Hyphenator&&) noexcept;
    Hyphenator& operator=(Hyphenator&&) noexcept;

    /// Octet positions inside `word` (UTF-8, letters only) where a line may end with a hyphen; cached.
    const std::vector<int>& breaks(std::string_view word) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pdfgen
