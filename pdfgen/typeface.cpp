#include "pdfgen/typeface.h"

namespace pdfgen {
namespace {

double widthInEm(const std::vector<Glyph>& glyphs, int unitsPerEm) {
    int units = 0;
    for (const Glyph& glyph : glyphs) units += glyph.advance;
    return static_cast<double>(units) / unitsPerEm;
}

}  // namespace

Typeface::Typeface(const std::filesystem::path& folder) {
    faces_.reserve(cache_.size());
    for (const char* name : {"Regular", "Bold", "Italic", "BoldItalic"}) {
        faces_.emplace_back(folder / (std::string("LiberationSerif-") + name + ".ttf"));
    }
}

const Shaped& Typeface::shaped(Style style, std::string_view text) {
    auto& cache = cache_[static_cast<std::size_t>(style)];
    if (const auto found = cache.find(text); found != cache.end()) return found->second;
    Shaped shaped{std::string(text), face(style).shape(text), 0};
    shaped.widthEm = widthInEm(shaped.glyphs, face(style).unitsPerEm());
    return cache.emplace(shaped.text, std::move(shaped)).first->second;
}

std::size_t Typeface::cachedTexts() const {
    std::size_t count = 0;
    for (const auto& cache : cache_) count += cache.size();
    return count;
}

void Typeface::clear() {
    for (auto& cache : cache_) cache.clear();
}

}  // namespace pdfgen
