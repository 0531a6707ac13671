#include "pdfgen/typeface.h"

#include <algorithm>

#include "pdfgen/deflate.h"

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

bool Typeface::has(char32_t codePoint) const {
    const auto everywhere = [&] {
        return std::all_of(faces_.begin(), faces_.end(), [&](const Face& face) { return face.has(codePoint); });
    };
    if (codePoint >= kPlane) return everywhere();
    Known& known = known_[codePoint];
    if (known == Known::notYet) known = everywhere() ? Known::yes : Known::no;
    return known == Known::yes;
}

const Shaped& Typeface::shaped(Style style, std::string_view text) {
    auto& cache = cache_[static_cast<std::size_t>(style)];
    if (const auto found = cache.find(text); found != cache.end()) return found->second;
    Shaped shaped{std::string(text), face(style).shape(text), 0};
    shaped.widthEm = widthInEm(shaped.glyphs, face(style).unitsPerEm());
    return cache.emplace(shaped.text, std::move(shaped)).first->second;
}

const Typeface::Subset& Typeface::subset(Style style, const std::vector<std::uint16_t>& glyphs) {
    constexpr std::size_t most = 64;
    auto& kept = subsets_[static_cast<std::size_t>(style)];
    if (const auto found = kept.find(glyphs); found != kept.end()) return found->second;
    if (kept.size() >= most) kept.clear();
    const base::Bytes file = face(style).subset(glyphs);
    return kept.emplace(glyphs, Subset{deflated(file), file.size()}).first->second;
}

const std::vector<DivisionPlace>& Typeface::divided(std::string_view word, const Hyphenator& hyphenator) {
    if (const auto found = divisions_.find(word); found != divisions_.end()) return found->second;
    return divisions_.emplace(std::string(word), divisions(word, hyphenator)).first->second;
}

std::size_t Typeface::cachedTexts() const {
    std::size_t count = 0;
    for (const auto& cache : cache_) count += cache.size();
    return count;
}

void Typeface::clear() {
    for (auto& cache : cache_) cache.clear();
    divisions_.clear();
}

}  // namespace pdfgen
