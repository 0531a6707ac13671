#include "pdfgen/coverage.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/utf8.h"
#include "pdfgen/typeface.h"
#include "templates/document.h"

namespace pdfgen {
namespace {

using namespace templates;

class Walk {
public:
    Walk(const Typeface& typeface, std::vector<base::Fault>& faults) : typeface_(typeface), faults_(faults) {}

    void blocks(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) std::visit(*this, block.content);
    }
    void operator()(const Paragraph& block) { text(block.text); }
    void operator()(const Heading& block) { text(block.text); }
    void operator()(const List& block) {
        for (const ListItem& item : block.items) blocks(item.body);
    }
    void operator()(const SignatureBlock& block) {
        text(block.caption);
        text(block.below);
    }
    void operator()(const Table& block) {
        for (const auto* rows : {&block.head, &block.rows})
            for (const Row& row : *rows)
                for (const Cell& cell : row.cells) text(cell.text);
    }
    void operator()(const Columns& block) {
        for (const auto& column : block.columns) blocks(column);
    }
    void operator()(const PageBreak&) {}

private:
    void text(const Inline& runs) {
        for (const Run& run : runs) addMissingGlyphs(run.text, typeface_, faults_);
    }
    const Typeface& typeface_;
    std::vector<base::Fault>& faults_;
};

std::string codeName(char32_t point) {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "U+%04X", static_cast<unsigned>(point));
    return name.data();
}

/// The whole family is asked, so that a text may be set in bold later.
bool allFacesHave(const Typeface& typeface, char32_t point) {
    constexpr std::array styles{Style::regular, Style::bold, Style::italic, Style::boldItalic};
    return std::all_of(styles.begin(), styles.end(), [&](Style style) { return typeface.face(style).has(point); });
}

}  // namespace

void addMissingGlyphs(std::string_view text, const Typeface& typeface, std::vector<base::Fault>& faults) {
    constexpr std::size_t around = 12;
    const std::u32string points = base::codePoints(text);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool known = points[i] == 0xA0 || (points[i] >= 0x20 && allFacesHave(typeface, points[i]));
        if (known) continue;
        const std::size_t from = i > around ? i - around : 0;
        std::string context = base::utf8(std::u32string_view(points).substr(from, 2 * around));
        std::replace_if(
            context.begin(), context.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
        const base::Fault fault{{}, base::say("pdf.missing_glyph", {codeName(points[i]), context})};
        if (std::find(faults.begin(), faults.end(), fault) == faults.end()) faults.push_back(fault);
    }
}

std::vector<base::Fault> missingGlyphs(const Document& document, const Typeface& typeface) {
    std::vector<base::Fault> faults;
    addMissingGlyphs(document.title, typeface, faults);  // not drawn, but no control character may get into XMP
    addMissingGlyphs(document.subject, typeface, faults);
    addMissingGlyphs(document.notice, typeface, faults);
    addMissingGlyphs(document.footer, typeface, faults);
    Walk(typeface, faults).blocks(document.blocks);
    return faults;
}

}  // namespace pdfgen
