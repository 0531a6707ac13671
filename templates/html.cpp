#include "templates/html.h"

#include <algorithm>

#include "base/html_text.h"
#include "base/utf8.h"

namespace templates {
namespace {

constexpr int kLowestLevel = 6;

std::string tagged(const std::string& tag, const std::string& content) {
    return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">\n";
}

std::string runHtml(const Run& run) {
    if (run.lineBreak) return "<br>";
    std::string text = base::htmlText(run.text);
    if (run.italic) text = "<em>" + text + "</em>";
    if (run.bold) text = "<strong>" + text + "</strong>";
    return text;
}

std::string inlineHtml(const Inline& runs) {
    std::string text;
    for (const Run& run : runs) text += runHtml(run);
    return text;
}

bool isBlank(const Inline& runs) {
    return std::all_of(runs.begin(), runs.end(), [](const Run& run) { return base::trimmed(run.text).empty(); });
}

std::string classOf(Align align, TextSize size = TextSize::normal) {
    std::string names;
    if (align == Align::center) names += " center";
    if (align == Align::right) names += " right";
    if (size == TextSize::small) names += " small";
    if (size == TextSize::large) names += " large";
    return names.empty() ? names : " class=\"" + names.substr(1) + '"';
}

/// An empty field says what it is for; a line to sign on by hand has its caption above and says nothing more.
std::string placeHtml(const std::optional<SignatureField>& field) {
    if (!field) return "<div class=\"sign-line\"></div>\n";
    return tagged("div class=\"sign-line\" role=\"img\" aria-label=\"" + base::htmlText(field->description) + '"', "");
}

/// Walks the blocks in reading order.
class Writer {
public:
    explicit Writer(int topLevel) : topLevel_(topLevel) {}

    std::string blocks(const std::vector<Block>& source) {
        std::string text;
        for (const Block& block : source)
            text += std::visit([this](const auto& content) { return this->html(content); }, block.content);
        return text;
    }

private:
    static std::string html(const Paragraph& paragraph) {
        if (isBlank(paragraph.text)) return {};
        return tagged("p" + classOf(paragraph.align, paragraph.size), inlineHtml(paragraph.text));
    }

    std::string html(const Heading& heading) {
        const int level = std::min(topLevel_ + heading.level - 1, kLowestLevel);
        const std::string id = heading.level == 1 ? " id=\"dokument-" + std::to_string(++titles_) + '"' : "";
        return tagged('h' + std::to_string(level) + id + classOf(heading.align), inlineHtml(heading.text));
    }

    std::string html(const List& list) {
        std::string items;
        for (const ListItem& item : list.items) {
            const std::string label = "<span class=\"label\">" + base::htmlText(item.label) + "</span> ";
            items += tagged("li", (item.label.empty() ? "" : label) + tagged("div", itemBody(item.body)));
        }
        return items.empty() ? items : tagged("ul class=\"labelled\"", items);
    }

    /// A lone paragraph's text is the item's own, as in the PDF.
    std::string itemBody(const std::vector<Block>& body) {
        const auto* lone = body.size() == 1 ? std::get_if<Paragraph>(&body.front().content) : nullptr;
        return lone == nullptr ? blocks(body) : inlineHtml(lone->text);
    }

    static std::string html(const SignatureBlock& block) {
        std::string text;
        if (!isBlank(block.caption)) text += tagged("p", inlineHtml(block.caption));
        text += placeHtml(block.field);
        if (!isBlank(block.below)) text += tagged("p class=\"small\"", inlineHtml(block.below));
        return tagged("div class=\"sign-place\"", text);
    }

    static std::string rowHtml(const Row& row, const std::string& cellTag, std::size_t columns) {
        std::string cells;
        for (std::size_t i = 0; i < std::min(row.cells.size(), columns); ++i) {
            const Cell& cell = row.cells[i];
            const std::string place = cell.field ? placeHtml(cell.field) : "";
            cells += tagged(cellTag + classOf(cell.align), inlineHtml(cell.text) + place);
        }
        return tagged("tr", cells);
    }

    static std::string html(const Table& table) {
        std::string head, body;
        for (const Row& row : table.head) head += rowHtml(row, "th scope=\"col\"", table.columns.size());
        for (const Row& row : table.rows) body += rowHtml(row, "td", table.columns.size());
        if (head.empty() && body.empty()) return {};
        std::string caption;
        if (!table.summary.empty()) caption = tagged("caption class=\"unseen\"", base::htmlText(table.summary));
        if (!head.empty()) head = tagged("thead", head);
        if (!body.empty()) body = tagged("tbody", body);
        return tagged("div class=\"scroll\"", tagged("table", caption + head + body));
    }

    std::string html(const Columns& columns) {
        std::string sides;
        for (const auto& column : columns.columns) sides += tagged("div", blocks(column));
        return tagged("div class=\"sides\"", sides);
    }

    static std::string html(const PageBreak& /*pageBreak*/) { return "<hr>\n"; }

    int topLevel_;
    int titles_ = 0;
};

}  // namespace

std::string html(const Document& document, int topLevel) {
    std::string text;
    if (!base::trimmed(document.notice).empty())
        text += tagged("p class=\"document-notice\"", "<strong>" + base::htmlText(document.notice) + "</strong>");
    text += Writer(topLevel).blocks(document.blocks);
    if (!document.footer.empty()) text += tagged("p class=\"small\"", base::htmlText(document.footer));
    return tagged("article class=\"document\" lang=\"" + base::htmlText(document.language) + '"', text);
}

}  // namespace templates
