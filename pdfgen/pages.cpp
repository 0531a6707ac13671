#include "pdfgen/pages.h"

#include "base/error.h"

namespace pdfgen {
namespace {

constexpr double kFooterSize = 8.5, kFooterDistance = 26;
constexpr double kRounding = 0.01;  ///< in points

/// The strip that the page after [first, overflowing) begins with.
std::size_t breakBefore(const std::vector<Strip>& strips, std::size_t first, std::size_t overflowing, double room) {
    double kept = 0;
    for (std::size_t at = overflowing; at > first; --at) {
        if (strips[at].mayBreakBefore) return at;
        kept += strips[at - 1].height + strips[at - 1].before;
        if (kept > room / 2) break;  // a chain longer than half a page gives up
    }
    return std::max(overflowing, first + 1);
}

/// What stands on each page: strips [first, next).
using Ranges = std::vector<std::pair<std::size_t, std::size_t>>;

Ranges rangesOf(const std::vector<Strip>& strips, double textHeight) {
    Ranges ranges;
    for (std::size_t first = 0; first < strips.size();) {
        const double room = textHeight - (strips[first].head ? strips[first].head->height : 0);
        if (strips[first].height > room) throw base::Error(base::ErrorCode::data, base::say("pdf.block_too_high"));
        std::size_t at = first;
        for (double used = 0; at < strips.size(); ++at) {
            used += strips[at].height + (at == first ? 0 : strips[at].before);
            if (used > room + kRounding || (at != first && strips[at].startsPage)) break;
        }
        const bool forced = at < strips.size() && strips[at].startsPage;
        const std::size_t next = at == strips.size() || forced ? at : breakBefore(strips, first, at, room);
        ranges.emplace_back(first, next);
        first = next;
    }
    if (ranges.empty()) ranges.emplace_back(0, 0);  // a document has a page
    return ranges;
}

}  // namespace

std::vector<Canvas> fillPages(const std::vector<Strip>& strips, const PageShape& shape, FontUse& fonts, TagTree& tags) {
    std::vector<Canvas> pages;
    for (const auto& [first, next] : rangesOf(strips, shape.textHeight())) {
        Canvas& canvas = pages.emplace_back(fonts, tags, static_cast<int>(pages.size()));
        double top = shape.height - shape.top;
        if (first < next && strips[first].head) {
            strips[first].head->draw(canvas, top);
            top -= strips[first].head->height;
        }
        for (std::size_t i = first; i < next; ++i) {
            if (i != first) top -= strips[i].before;
            strips[i].draw(canvas, top);
            top -= strips[i].height;
        }
    }
    return pages;
}

void drawFooters(std::vector<Canvas>& pages, const std::string& footer, const PageShape& shape, Typeface& typeface,
                 const Hyphenator& hyphenator) {
    constexpr std::string_view kind = "/Type /Pagination /Subtype /Footer";
    const double y = shape.bottom - kFooterDistance;
    for (Canvas& page : pages) {
        const auto part = [&](const std::string& text, templates::Align align) {
            if (text.empty()) return;
            const auto lines =
                breakParagraph({{text}}, {shape.textWidth(), kFooterSize, align, 0, false}, typeface, hyphenator);
            if (!lines.empty()) page.artifactLine(lines.front(), shape.left, y, kFooterSize, kind);
        };
        page.rule(shape.left, y + 11, shape.width - shape.right, y + 11, style::kThinRule);
        part(footer, templates::Align::left);
        const auto number = base::say("pdf.page_of", {std::to_string(page.page() + 1), std::to_string(pages.size())});
        part(base::text(number, base::Language::polish), templates::Align::right);  // the templates' language
    }
}

}  // namespace pdfgen
