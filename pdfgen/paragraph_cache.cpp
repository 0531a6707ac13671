#include "pdfgen/paragraph_cache.h"

#include <type_traits>

namespace pdfgen {
namespace {

template <class Value>
void add(std::string& key, const Value& value) {
    static_assert(std::is_arithmetic_v<Value> || std::is_enum_v<Value>);
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// All that the lines depend on; no two texts share it.
std::string keyOf(const templates::Inline& text, const ParagraphShape& shape) {
    std::string key;
    add(key, shape.widthPt);
    add(key, shape.sizePt);
    add(key, shape.firstIndentPt);
    add(key, shape.align);
    add(key, shape.hyphenate);
    for (const templates::Run& run : text) {
        add(key, run.bold);
        add(key, run.italic);
        add(key, run.lineBreak);
        add(key, run.text.size());
        key += run.text;
    }
    return key;
}

}  // namespace

const std::vector<Line>& ParagraphCache::lines(const templates::Inline& text, const ParagraphShape& shape) {
    std::string key = keyOf(text, shape);
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    return kept_.emplace(std::move(key), breakParagraph(text, shape, typeface_, hyphenator_)).first->second;
}

}  // namespace pdfgen
