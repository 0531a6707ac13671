#include "pdfgen/layout.h"

#include <algorithm>

#include "base/error.h"
#include "pdfgen/paragraph_cache.h"
#include "pdfgen/syntax.h"

namespace pdfgen {
namespace {

using namespace templates;

constexpr double kListGap = 5, kNarrowestLabel = 17;
constexpr double kColumnGap = 22;

Inline bold(Inline text) {
    for (Run& run : text) run.bold = true;
    return text;
}

double sizeOf(TextSize size) {
    return size == TextSize::small ? style::kSmall : size == TextSize::large ? style::kLarge : style::kBody;
}

double leadingOf(TextSize size, const Rhythm& rhythm) {
    return size == TextSize::small   ? style::kSmallLeading
           : size == TextSize::large ? style::kLargeLeading
                                     : rhythm.body;
}

/// How the labels count (ISO 32000-1 table 347).
std::string numbering(const List& list) {
    const char first = list.items.empty() || list.items.front().label.empty() ? ' ' : list.items.front().label.front();
    if (first >= '0' && first <= '9') return "Decimal";
    if (first >= 'a' && first <= 'z') return "LowerAlpha";
    return first == ' ' ? "None" : "Disc";
}

double heightOf(const std::vector<Strip>& strips) {
    double height = 0;
    for (const Strip& strip : strips) height += strip.height + (&strip == &strips.front() ? 0 : strip.before);
    return height;
}

void drawAll(const std::vector<Strip>& strips, Canvas& canvas, double top) {
    for (const Strip& strip : strips) {
        if (&strip != &strips.front()) top -= strip.before;
        strip.draw(canvas, top);
        top -= strip.height;
    }
}

}  // namespace

Rhythm rhythmOf(Spacing spacing) {
    switch (spacing) {
        case Spacing::normal:
            return {};
        case Spacing::close:
            return {12.7, 12.7, 4, 3, 4, 1.5, 1, 1.5, 1.5, 4, 6};
    }
    return {};
}

double baseline(double size, double leading) { return (leading - size) / 2 + size * 0.8; }

void checkWidth(double widthPt) {
    if (!(widthPt >= kNarrowestColumn)) throw base::Error(base::ErrorCode::data, base::say("pdf.too_narrow"));
}

std::size_t Layout::text(const Inline& text, const TextStyle& textStyle, const Column& column, int element,
                         std::vector<Strip>& strips) {
    checkWidth(column.width);
    const auto& lines = paragraphs.lines(text, {column.width, textStyle.size, textStyle.align, 0, textStyle.hyphenate});
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        Strip strip;
        strip.height = textStyle.leading;
        strip.before = i == 0 ? textStyle.before : 0;
        const bool widow = count > 1 && (i == 1 || i + 1 == count);
        strip.mayBreakBefore = i == 0 || (!widow && !textStyle.keepWithNext && !lines[i - 1].hyphenated);
        strip.draw = [line = &lines[i], element, x = column.x, textStyle](Canvas& canvas, double top) {
            canvas.line(element, *line, x, top - baseline(textStyle.size, textStyle.leading), textStyle.size);
        };
        strips.push_back(std::move(strip));
    }
    return count;
}

void Layout::paragraph(const Paragraph& paragraph, const Column& column, int element, std::vector<Strip>& strips) {
    TextStyle textStyle{sizeOf(paragraph.size), leadingOf(paragraph.size, rhythm),
                        paragraph.align,        spaceOwed + paragraph.spaceBefore,
                        paragraph.keepWithNext, true};
    text(paragraph.text, textStyle, column, element, strips);
    spaceOwed = std::min(paragraph.spaceAfter, rhythm.mostAfterParagraph);
}

void Layout::heading(const Heading& heading, const Column& column, int parent, std::vector<Strip>& strips) {
    const bool title = heading.level == 1;
    TextStyle textStyle;
    textStyle.size = title ? style::kTitle : style::kHeading;
    textStyle.leading = title ? style::kTitleLeading : rhythm.heading;
    textStyle.align = heading.align == Align::justify ? Align::left : heading.align;
    textStyle.before = spaceOwed + (title ? rhythm.beforeTitle : rhythm.beforeHeading);
    textStyle.keepWithNext = true;
    textStyle.hyphenate = false;
    text(bold(heading.text), textStyle, column, tags.element("H" + std::to_string(heading.level), parent), strips);
    spaceOwed = title ? rhythm.afterTitle : rhythm.afterHeading;
}

/// A lone paragraph's text is the body's own: an element less for each item.
void Layout::itemBody(const std::vector<Block>& source, const Column& column, int body, std::vector<Strip>& strips) {
    const auto* lone = source.size() == 1 ? std::get_if<Paragraph>(&source.front().content) : nullptr;
    if (lone == nullptr) return blocks(source, column, body, strips);
    paragraph(*lone, column, body, strips);
}

void Layout::list(const List& list, const Column& column, int parent, std::vector<Strip>& strips) {
    double labelWidth = kNarrowestLabel;
    for (const ListItem& item : list.items)
        labelWidth = std::max(labelWidth, naturalWidth({{item.label}}, style::kBody, typeface) + kListGap);
    const int element = tags.element("L", parent, "/A << /O /List /ListNumbering /" + numbering(list) + " >>");
    for (const ListItem& item : list.items) {
        const int owner = tags.element("LI", element);
        const int label = item.label.empty() ? -1 : tags.element("Lbl", owner);
        const int body = tags.element("LBody", owner);
        const std::size_t first = strips.size();
        const double indent = item.label.empty() ? 0 : labelWidth;
        itemBody(item.body, {column.x + indent, column.width - indent}, body, strips);
        spaceOwed = std::min(spaceOwed, rhythm.betweenItems);
        if (label < 0 || strips.size() == first) continue;
        const Line* line = &paragraphs.lines({{item.label}}, {labelWidth, style::kBody, Align::left, 0, false}).front();
        strips[first].draw = [line, label, x = column.x, down = baseline(style::kBody, rhythm.body),
                              draw = std::move(strips[first].draw)](Canvas& canvas, double top) {
            canvas.line(label, *line, x, top - down, style::kBody);
            draw(canvas, top);
        };
    }
    spaceOwed = rhythm.afterList;
}

double Layout::captionHeight(const SignatureBlock& block, double width) {
    return static_cast<double>(paragraphs.lines(block.caption, {width, style::kCell, Align::left, 0, true}).size()) *
           style::kCellLeading;
}

void Layout::signature(const SignatureBlock& block, const Column& column, int parent, double captionHeight,
                       std::vector<Strip>& strips) {
    std::vector<Strip> parts;
    const TextStyle caption{style::kCell, style::kCellLeading, Align::left, 0, true, true};
    if (!block.caption.empty()) text(block.caption, caption, column, tags.element("P", parent), parts);
    const double missing = std::max(captionHeight - heightOf(parts), 0.0);
    const double height = block.field ? block.field->heightPt : 44;
    Strip box{height, missing + 3, false, false, {}, {}};
    const int element = block.field ? tags.element("Form", parent, "/Alt " + textString(block.field->description)) : -1;
    box.draw = [this, &block, element, column, height](Canvas& canvas, double top) {
        const Box place{column.x, top - height, column.width, height};
        if (!block.field) return canvas.rule(place.x, place.y, place.x + place.width, place.y, style::kRule);
        canvas.frame(place, style::kThinRule);
        canvas.field(element, *block.field, {place.x + 1, place.y + 1, place.width - 2, place.height - 2}, fields);
    };
    parts.push_back(std::move(box));
    if (!block.below.empty()) {
        const TextStyle below{style::kSmall, style::kSmallLeading, Align::left, 2, true, true};
        text(block.below, below, column, tags.element("P", parent), parts);
    }
    Strip whole{heightOf(parts), spaceOwed + rhythm.beforeSignature, true, false, {}, {}};
    whole.draw = [parts = std::make_shared<std::vector<Strip>>(std::move(parts))](Canvas& canvas, double top) {
        drawAll(*parts, canvas, top);
    };
    strips.push_back(std::move(whole));
    spaceOwed = 6;
}

void Layout::columns(const Columns& source, const Column& column, int parent, std::vector<Strip>& strips) {
    if (source.columns.empty()) return;
    const auto count = static_cast<double>(source.columns.size());
    const double width = (column.width - kColumnGap * (count - 1)) / count;
    double caption = 0;
    for (const auto& blocks : source.columns)
        if (!blocks.empty())
            if (const auto* block = std::get_if<SignatureBlock>(&blocks.front().content))
                caption = std::max(caption, captionHeight(*block, width));
    auto parts = std::make_shared<std::vector<std::vector<Strip>>>();
    const double owed = spaceOwed;
    double height = 0, x = column.x;
    bool signatures = false;
    for (const auto& blocksOfOne : source.columns) {
        std::vector<Strip> own;
        spaceOwed = 0;
        for (const Block& block : blocksOfOne) {
            if (const auto* one = std::get_if<SignatureBlock>(&block.content))
                signature(*one, {x, width}, parent, caption, own), signatures = true;
            else
                blocks({block}, {x, width}, parent, own);
        }
        height = std::max(height, heightOf(own));
        parts->push_back(std::move(own));
        x += width + kColumnGap;
    }
    Strip strip{height, owed + (signatures ? rhythm.beforeSignatures : 0), true, false, {}, {}};
    strip.draw = [parts](Canvas& canvas, double top) {
        for (const auto& part : *parts) drawAll(part, canvas, top);
    };
    strips.push_back(std::move(strip));
    spaceOwed = 6;
}

void Layout::blocks(const std::vector<Block>& source, const Column& column, int parent, std::vector<Strip>& strips) {
    bool keep = false, startsPage = false;
    for (const Block& block : source) {
        const std::size_t first = strips.size();
        if (const auto* one = std::get_if<Paragraph>(&block.content))
            paragraph(*one, column, tags.element("P", parent), strips);
        else if (const auto* title = std::get_if<Heading>(&block.content))
            heading(*title, column, parent, strips);
        else if (const auto* items = std::get_if<List>(&block.content))
            list(*items, column, parent, strips);
        else if (const auto* sign = std::get_if<SignatureBlock>(&block.content))
            signature(*sign, column, parent, 0, strips);
        else if (const auto* grid = std::get_if<Table>(&block.content))
            table(*grid, column, parent, strips);
        else if (const auto* beside = std::get_if<Columns>(&block.content))
            columns(*beside, column, parent, strips);
        else
            startsPage = true;
        if (strips.size() == first) continue;
        strips[first].startsPage = std::exchange(startsPage, false);
        if (keep) strips[first].mayBreakBefore = false;
        const auto* text = std::get_if<Paragraph>(&block.content);
        keep = std::holds_alternative<Heading>(block.content) || (text != nullptr && text->keepWithNext);
    }
}

}  // namespace pdfgen
