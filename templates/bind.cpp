#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "templates/binding.h"
#include "templates/document.h"
#include "templates/inline_text.h"
#include "templates/measures.h"
#include "templates/node.h"
#include "templates/template.h"
#include "templates/value.h"

namespace templates {
namespace {

using base::say;

Align alignOf(const Node& node, Align otherwise) {
    const std::string name = node.fixed("align");
    if (name == "left") return Align::left;
    if (name == "center") return Align::center;
    if (name == "right") return Align::right;
    return name == "justify" ? Align::justify : otherwise;
}

TextSize sizeOf(const Node& node) {
    const std::string name = node.fixed("size");
    if (name == "small") return TextSize::small;
    return name == "large" ? TextSize::large : TextSize::normal;
}

Column columnOf(const Node& node) {
    const std::string width = node.fixed("width");
    return width.ends_with('*') ? Column{0, shareOf(width)} : Column{lengthPt(width), 1};
}

/// a … z, aa, ab …
std::string letters(std::size_t number) {
    std::string text;
    for (; number > 0; number = (number - 1) / 26) text.insert(0, 1, static_cast<char>('a' + (number - 1) % 26));
    return text;
}

std::string label(const std::string& style, std::size_t number) {
    if (style == "1)") return std::to_string(number) + ')';
    if (style == "a)") return letters(number) + ')';
    return style == "–" ? style : std::to_string(number) + '.';
}

class Binder {
public:
    explicit Binder(const Value& data) : binding_(data) {}

    Document document(const Node& root) {
        Document made;
        made.title = binding_.plain(root, "title");
        made.subject = binding_.plain(root, "subject");
        made.landscape = root.fixed("landscape") == "yes";
        made.spacing = root.fixed("spacing") == "close" ? Spacing::close : Spacing::normal;
        made.blocks = blocks(root.children);
        if (made.title.empty()) binding_.fault(root.place, say("bind.no_title"));
        checkFieldNames(made);
        auto faults = binding_.takeFaults();
        if (!faults.empty()) throw base::Error(base::ErrorCode::data, say("bind.faults"), std::move(faults));
        return made;
    }

private:
    std::vector<Block> blocks(const std::vector<Node>& children) {
        std::vector<Block> made;
        binding_.walk(children, [&](const Node& node) { block(node, made); });
        return made;
    }

    void block(const Node& node, std::vector<Block>& made) {
        if (node.name == "p")
            paragraph(node, made);
        else if (node.name == "heading")
            heading(node, made);
        else if (node.name == "section")
            section(node, made);
        else if (node.name == "list")
            list(node, made);
        else if (node.name == "table")
            table(node, made);
        else if (node.name == "columns")
            columns(node, made);
        else if (node.name == "signature")
            made.push_back({signature(node)});
        else if (node.name == "page-break")
            made.push_back({PageBreak{}});
    }

    void paragraph(const Node& node, std::vector<Block>& made) {
        Paragraph one;
        one.text = binding_.inlines(node.children);
        if (one.text.empty()) return;
        one.align = alignOf(node, Align::justify);
        one.size = sizeOf(node);
        one.keepWithNext = node.fixed("keep-with-next") == "yes";
        if (node.attribute("space-before") != nullptr) one.spaceBefore = lengthPt(node.fixed("space-before"));
        if (node.attribute("space-after") != nullptr) one.spaceAfter = lengthPt(node.fixed("space-after"));
        made.push_back({std::move(one)});
    }

    void heading(const Node& node, std::vector<Block>& made) {
        Heading one;
        one.level = node.fixed("level")[0] - '0';
        one.text = binding_.inlines(node.children);
        one.align = alignOf(node, Align::left);
        if (one.text.empty()) return;
        level(node, one.level);
        made.push_back({std::move(one)});
    }

    /// A heading that vanished may leave a gap that the grammar could not see (ISO 14289-1 section 7.4.2).
    void level(const Node& node, int number) {
        if (number > level_ + 1)
            binding_.fault(node.place, say("template.level_jumps", {std::to_string(number), std::to_string(level_)}));
        level_ = number;
    }

    /// „§ 3. Cel współpracy”; a section without content vanishes and the numbers close up.
    void section(const Node& node, std::vector<Block>& made) {
        const std::size_t number = ++section_;
        const int before = std::exchange(level_, 2);
        auto content = blocks(node.children);
        if (content.empty()) {
            section_ = number - 1;
            level_ = before;
            return;
        }
        if (before < 1) binding_.fault(node.place, say("template.level_jumps", {"2", std::to_string(before)}));
        Heading one;
        one.level = 2;
        one.text = {{"§ " + std::to_string(number) + ". " + binding_.plain(node, "title")}};
        made.push_back({std::move(one)});
        std::move(content.begin(), content.end(), std::back_inserter(made));
    }

    std::vector<Block> item(const Node& node) {
        std::vector<Block> made;
        std::vector<Fragment> line;
        const auto flush = [&] {
            Paragraph one;
            one.text = mended(std::exchange(line, {}));
            if (!one.text.empty()) made.push_back({std::move(one)});
        };
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "p" || child.name == "list") {
                flush();
                block(child, made);
            } else {
                binding_.fragments({&child, 1}, line);
            }
        });
        flush();
        return made;
    }

    void list(const Node& node, std::vector<Block>& made) {
        List all;
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name != "item") return;
            auto body = item(child);
            if (!body.empty()) all.items.push_back({{}, std::move(body)});
        });
        if (all.items.empty()) return;
        if (all.items.size() == 1 && node.fixed("single") == "plain") {
            std::move(all.items.front().body.begin(), all.items.front().body.end(), std::back_inserter(made));
            return;
        }
        for (std::size_t i = 0; i < all.items.size(); ++i) all.items[i].label = label(node.fixed("style"), i + 1);
        made.push_back({std::move(all)});
    }

    Row row(const Node& node) {
        Row made;
        if (node.attribute("min-height") != nullptr) made.minHeightPt = lengthPt(node.fixed("min-height"));
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "cell") made.cells.push_back(cell(child));
        });
        return made;
    }

    Cell cell(const Node& node) {
        Cell made;
        made.align = alignOf(node, Align::left);
        std::vector<Fragment> line;
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "signature")
                made.field = signature(child).field;
            else
                binding_.fragments({&child, 1}, line);
        });
        made.text = mended(line);
        return made;
    }

    void table(const Node& node, std::vector<Block>& made) {
        Table all;
        all.summary = binding_.plain(node, "summary");
        std::vector<std::pair<std::size_t, base::Place>> counts;
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "column") all.columns.push_back(columnOf(child));
            if (child.name != "head" && child.name != "row") return;
            auto& rows = child.name == "head" ? all.head : all.rows;
            rows.push_back(row(child));
            counts.emplace_back(rows.back().cells.size(), child.place);
        });
        for (const auto& [cells, place] : counts)
            if (cells != all.columns.size()) binding_.fault(place, say("bind.cell_count"));
        if (!counts.empty()) made.push_back({std::move(all)});
    }

    void columns(const Node& node, std::vector<Block>& made) {
        Columns all;
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "side") all.columns.push_back(blocks(child.children));
        });
        const bool empty =
            std::all_of(all.columns.begin(), all.columns.end(), [](const auto& side) { return side.empty(); });
        if (!empty) made.push_back({std::move(all)});
    }

    SignatureBlock signature(const Node& node) {
        SignatureBlock made;
        binding_.walk(node.children, [&](const Node& child) {
            if (child.name == "caption") made.caption = binding_.inlines(child.children);
            if (child.name == "below") made.below = binding_.inlines(child.children);
        });
        if (node.attribute("field") == nullptr) return made;
        SignatureField field;
        field.name = binding_.plain(node, "field");
        field.description = binding_.plain(node, "description");
        field.function = binding_.plain(node, "function");
        field.institution = binding_.plain(node, "institution");
        if (node.attribute("height") != nullptr) field.heightPt = lengthPt(node.fixed("height"));
        // ISO 32000-1 section 12.7.3.2: a partial name has no full stop.
        if (field.name.empty() || field.name.find('.') != field.name.npos)
            binding_.fault(node.place, say("bind.field_name", {field.name}));
        places_.emplace_back(field.name, node.place);
        made.field = std::move(field);
        return made;
    }

    void checkFieldNames(const Document& document) {
        std::set<std::string> seen;
        for (const SignatureField* field : signatureFields(document))
            if (!seen.insert(field->name).second) {
                const auto place = std::find_if(places_.begin(), places_.end(),
                                                [&](const auto& one) { return one.first == field->name; });
                binding_.fault(place->second, say("template.field_twice", {field->name}));
            }
    }

    Binding binding_;
    std::vector<std::pair<std::string, base::Place>> places_{};
    std::size_t section_ = 0;
    int level_ = 0;
};

}  // namespace

Document bind(const Template& source, const Value& data) { return Binder(data).document(source.root()); }

}  // namespace templates
