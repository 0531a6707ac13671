#pragma once

#include <string>
#include <vector>

#include "pdfgen/layout.h"

namespace pdfgen {

struct PageShape {
    double width = 595.28, height = 841.89;  // A4
    double left = 68, right = 68, top = 58, bottom = 66;

    double textWidth() const { return width - left - right; }
    double textHeight() const { return height - top - bottom; }
};

/// Puts strips on pages, keeping together what belongs together as long as that is less than half a page. Returns the
/// pages' contents. Throws Error(data) for a strip higher than a page.
std::vector<Canvas> fillPages(const std::vector<Strip>& strips, const PageShape& shape, FontUse& fonts, TagTree& tags);

/// "Identyfikator dokumentu: … | strona 1 z 3" on every page, as artifacts.
void drawFooters(std::vector<Canvas>& pages, const std::string& footer, const PageShape& shape, Typeface& typeface,
                 const Hyphenator& hyphenator);

}  // namespace pdfgen
