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

/// A few characters before and after those from `begin` to `end`, on one line.
std::string around(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr int before = 12, after = 11;
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    for (int i = 0; i < before && begin > 0; ++i) do
            --begin;
        while (begin > 0 && continues(begin));
    for (int i = 0; i < after && end < text.size(); ++i) do
            ++end;
        while (end < text.size() && continues(end));
    std::string context(text.substr(begin, end - begin));
    std::replace_if(context.begin(), context.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return context;
}

}  // namespace

void addMissingGlyphs(std::string_view text, const Typeface& typeface, std::vector<base::Fault>& faults) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t point = base::nextCodePoint(text, at);
        const bool known = point == 0xA0 || (point >= 0x20 && typeface.has(point));
        if (known) continue;
        const base::Fault fault{{}, base::say("pdf.missing_glyph", {codeName(point), around(text, begin, at)})};
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
