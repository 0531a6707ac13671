#include "pdfgen/typeface.h"

namespace pdfgen {

Typeface::Typeface(const std::filesystem::path& folder) {
    for (const char* name : {"Regular", "Bold", "Italic", "BoldItalic"})
        faces_.emplace_back(folder / (std::string("LiberationSerif-") + name + ".ttf"));
}

const Shaped& Typeface::shaped(Style style, std::string_view text) {
    auto& cache = cache_[static_cast<std::size_t>(style)];
    const auto found = cache.find(std::string(text));
    if (found != cache.end()) return found->second;
    Shaped made{std::string(text), face(style).shape(text), 0};
    long advance = 0;
    for (const Glyph& glyph : made.glyphs) advance += glyph.advance;
    made.widthEm = static_cast<double>(advance) / face(style).unitsPerEm();
    return cache.emplace(made.text, std::move(made)).first->second;
}

}  // namespace pdfgen
