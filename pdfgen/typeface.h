#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pdfgen/face.h"
#include "pdfgen/word_division.h"

namespace pdfgen {

enum class Style : std::size_t { regular, bold, italic, boldItalic };

/// Text that was shaped once and is drawn as one piece.
struct Shaped {
    std::string text{};
    std::vector<Glyph> glyphs{};
    double widthEm = 0;  ///< in em: multiply by the size
};

/// The four faces of a family with a cache of shaped words. Not for two threads at once.
class Typeface {
public:
    /// Liberation Serif from `folder`. Throws Error(unreadable) for a missing file.
    explicit Typeface(const std::filesystem::path& folder);

    /// Whether all four faces have the character, so that a text may be set in bold later.
    bool has(char32_t codePoint) const;

    const Face& face(Style style) const { return faces_[static_cast<std::size_t>(style)]; }
    /// Shaped text, from the cache where it was shaped before; stays valid until clear() or the Typeface's end.
    const Shaped& shaped(Style style, std::string_view text);

    /// Where a line may end inside `word`, cached beside its shape: always with the same hyphenator.
    const std::vector<DivisionPlace>& divided(std::string_view word, const Hyphenator& hyphenator);

    /// The deflated subset of a face with just these glyphs (sorted, unique) and its length before deflating; kept,
    /// since documents of one kind use the same letters.
    struct Subset {
        base::Bytes deflated{};
        std::size_t length = 0;
    };
    const Subset& subset(Style style, const std::vector<std::uint16_t>& glyphs);

    /// How many texts are kept; who composes for ever clears between documents when it grows beyond reason.
    std::size_t cachedTexts() const;
    /// Forgets all shaped texts. Every reference that shaped() gave is invalid then.
    void clear();

private:
    /// Finds a string_view without making a string of it.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <class Value>
    using Cache = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

    enum class Known : std::uint8_t { notYet, yes, no };
    static constexpr std::size_t kPlane = 0x10000;  ///< the basic multilingual one

    std::vector<Face> faces_{};
    mutable std::vector<Known> known_ = std::vector<Known>(kPlane);
    std::array<Cache<Shaped>, 4> cache_{};
    Cache<std::vector<DivisionPlace>> divisions_{};
    std::array<std::map<std::vector<std::uint16_t>, Subset>, 4> subsets_{};
};

}  // namespace pdfgen
