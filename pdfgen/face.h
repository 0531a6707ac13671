#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"

namespace pdfgen {

/// A glyph with the text it stands for: what /W, /ToUnicode and the subset need.
struct Glyph {
    std::uint16_t id = 0;
    int advance = 0;  ///< with kerning, in font units
    int natural = 0;  ///< without kerning, in font units
    int cluster = 0;  ///< octet in the shaped text where its cluster begins
    bool operator==(const Glyph&) const = default;
};

/// Metrics for a FontDescriptor (ISO 32000-1 section 9.8), in 1/1000 em.
struct FaceMetrics {
    int ascent = 0, descent = 0, capHeight = 0, xHeight = 0, italicAngle = 0, stemV = 80, flags = 0;
    int box[4] = {0, 0, 0, 0};
};

/// One font face for the whole process: HarfBuzz face and font, metrics, subsets. Immutable after construction.
class Face {
public:
    /// Throws Error(unreadable) when the file is missing or no TrueType font.
    explicit Face(const std::filesystem::path& file);
    ~Face();
    Face(Face&&) noexcept;
    Face& operator=(Face&&) noexcept;

    const std::string& postScriptName() const;
    const FaceMetrics& metrics() const;
    int unitsPerEm() const;
    bool has(char32_t codePoint) const;

    /// Shapes UTF-8 left to right, Latin, Polish, with kerning. A character the face lacks becomes glyph 0.
    std::vector<Glyph> shape(std::string_view text) const;

    /// The font file with only `glyphs` (sorted, unique) and what they are made of: ids kept (RETAIN_GIDS), no hinting,
    /// no layout or name tables.
    base::Bytes subset(const std::vector<std::uint16_t>& glyphs) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace pdfgen
