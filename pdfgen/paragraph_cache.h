#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "pdfgen/paragraph.h"

namespace pdfgen {

/// Paragraphs that were broken before: documents of one template share most of theirs. Lines stay valid until clear(),
/// which comes before the typeface's.
class ParagraphCache {
public:
    ParagraphCache(Typeface& typeface, const Hyphenator& hyphenator) : typeface_(typeface), hyphenator_(hyphenator) {}

    /// What breakParagraph() gives.
    const std::vector<Line>& lines(const templates::Inline& text, const ParagraphShape& shape);

    std::size_t size() const { return kept_.size(); }
    void clear() { kept_.clear(); }

private:
    Typeface& typeface_;
    const Hyphenator& hyphenator_;
    std::unordered_map<std::string, std::vector<Line>> kept_{};
};

}  // namespace pdfgen
