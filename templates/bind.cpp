#include <algorithm>
#include <set>

#include "templates/document.h"
#include "templates/grammar.h"
#include "templates/inline_text.h"
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

std::string label(const std::string& style, std::size_t number) {
    if (style == "1)") return std::to_string(number) + ')';
    if (style == "a)") return std::string(1, static_cast<char>('a' + (number - 1) % 26)) + ')';
    return style == "–" ? style : std::to_string(number) + '.';
}

class Binder {
public:
    explicit Binder(const Value& data) { scopes_.push_back({"", &data}); }

    Document document(const Node& root) {
        Document made;
        made.title = plain(root, "title");
        made.subject = plain(root, "subject");
        made.landscape = root.fixed("landscape") == "yes";
        made.blocks = blocks(root.children);
        checkFieldNames(made);
        if (!faults_.empty()) throw base::Error(base::ErrorCode::data, say("bind.faults"), std::move(faults_));
        return made;
    }

private:
    struct Scope {
        std::string name{};
        const Value* value = nullptr;
    };

    void fault(const base::Place& place, base::Message message) {
        const base::Fault made{place, std::move(message)};
        if (std::find(faults_.begin(), faults_.end(), made) == faults_.end()) faults_.push_back(made);
    }

    /// Innermost names first, then the data.
    const Value* find(std::string_view path) const {
        const std::size_t dot = path.find('.');
        const std::string_view head = path.substr(0, dot);
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            if (!scope->name.empty() && scope->name == head) return dot == path.npos ? scope->value : scope->value->at(path.substr(dot + 1));
        return scopes_.front().value->at(path);
    }

    bool has(std::string_view path) const { return !isMissing(find(path)); }

    bool holds(const Node& condition) const {
        const auto& key = condition.attributes.front().first;
        const auto paths = wordsIn(condition.fixed(key));
        const auto there = [this](const std::string& path) { return has(path); };
        if (key == "any") return std::any_of(paths.begin(), paths.end(), there);
        if (key == "missing") return std::none_of(paths.begin(), paths.end(), there);
        return std::all_of(paths.begin(), paths.end(), there);
    }

    std::string text(const Expression& expression) {
        const Value* found = find(expression.path);
        const bool defaulted = !expression.filters.empty() && expression.filters.front().name == "default";
        if (isMissing(found) && !defaulted) {
            if (!expression.optional && (found == nullptr || found->text() != nullptr || found->isNull()))
                fault(expression.place, say("bind.missing", {expression.path}));
            if (found == nullptr || !found->integer()) return {};
        }
        try {
            Value value = found == nullptr ? Value{} : *found;
            for (const FilterCall& call : expression.filters) value = apply(call, value);
            if (const auto* string = value.text()) return *string;
            if (const auto* integer = value.integer()) return std::to_string(*integer);
        } catch (const base::Error& problem) {
            fault(expression.place, problem.message());
            return {};
        }
        fault(expression.place, say("bind.no_text", {expression.path}));
        return {};
    }

    /// Calls `visit` for each child that is there: conditions decided, loops run.
    template <class Visit>
    void walk(const std::vector<Node>& children, const Visit& visit) {
        for (const Node& child : children) {
            if (child.name == "if") branch(child, visit);
            else if (child.name == "for") loop(child, visit);
            else visit(child);
        }
    }

    template <class Visit>
    void branch(const Node& condition, const Visit& visit) {
        const auto middle = std::find_if(condition.children.begin(), condition.children.end(), [](const Node& node) { return node.name == "else"; });
        const bool first = holds(condition);
        const auto begin = first ? condition.children.begin() : middle == condition.children.end() ? middle : middle + 1;
        const std::vector<Node> chosen(begin, first ? middle : condition.children.end());
        walk(chosen, visit);
    }

    template <class Visit>
    void loop(const Node& source, const Visit& visit) {
        std::string path = source.fixed("each");
        const bool optional = path.ends_with('?');
        if (optional) path.pop_back();
        const Value::List* items = nullptr;
        std::size_t count = 0;
        if (path.empty()) {
            count = static_cast<std::size_t>(lengthPt(source.fixed("times")));
        } else {
            const Value* found = find(path);
            items = found == nullptr ? nullptr : found->list();
            if (items == nullptr && (found != nullptr || !optional))
                fault(source.place, found == nullptr ? say("bind.missing", {path}) : say("bind.no_list", {path}));
            count = items == nullptr ? 0 : items->size();
        }
        for (std::size_t i = 0; i < count; ++i) {
            const Value number(static_cast<std::int64_t>(i + 1)), first(i == 0), last(i + 1 == count);
            const std::size_t depth = scopes_.size();
            scopes_.push_back({"no", &number});
            scopes_.push_back({"first", &first});
            scopes_.push_back({"last", &last});
            if (items != nullptr) scopes_.push_back({source.fixed("as"), &(*items)[i]});
            walk(source.children, visit);
            scopes_.resize(depth);
        }
    }

    void fragments(const std::vector<Node>& children, bool bold, bool italic, std::vector<Fragment>& made) {
        walk(children, [&](const Node& node) {
            if (node.name == "br") made.push_back({{}, bold, italic, false, true});
            else if (node.name == "b") fragments(node.children, true, italic, made);
            else if (node.name == "i") fragments(node.children, bold, true, made);
            else if (node.name.empty()) pieces(node.text, bold, italic, made);
        });
    }

    void pieces(const Pieces& source, bool bold, bool italic, std::vector<Fragment>& made) {
        for (const Piece& piece : source) {
            if (const auto* literal = std::get_if<std::string>(&piece)) made.push_back({*literal, bold, italic, false, false});
            else made.push_back({text(std::get<Expression>(piece)), bold, italic, true, false});
        }
    }

    Inline inlines(const std::vector<Node>& children) {
        std::vector<Fragment> made;
        fragments(children, false, false, made);
        return mended(std::move(made));
    }

    /// An attribute's text in one piece.
    std::string plain(const Node& node, std::string_view key) {
        std::vector<Fragment> made;
        if (const Pieces* source = node.attribute(key)) pieces(*source, false, false, made);
        std::string all;
        for (const Run& run : mended(std::move(made))) all += run.text;
        return all;
    }

    std::vector<Block> blocks(const std::vector<Node>& children) {
        std::vector<Block> made;
        walk(children, [&](const Node& node) { block(node, made); });
        return made;
    }

    void block(const Node& node, std::vector<Block>& made) {
        if (node.name == "p") paragraph(node, made);
        else if (node.name == "heading") heading(node, made);
        else if (node.name == "section") section(node, made);
        else if (node.name == "list") list(node, made);
        else if (node.name == "table") made.push_back({table(node)});
        else if (node.name == "columns") columns(node, made);
        else if (node.name == "signature") made.push_back({signature(node)});
        else if (node.name == "page-break") made.push_back({PageBreak{}});
    }

    void paragraph(const Node& node, std::vector<Block>& made) {
        Paragraph one;
        one.text = inlines(node.children);
        if (one.text.empty()) return;
        one.align = alignOf(node, Align::justify);
        one.size = node.fixed("size") == "small" ? TextSize::small : node.fixed("size") == "large" ? TextSize::large : TextSize::normal;
        one.keepWithNext = node.fixed("keep-with-next") == "yes";
        if (node.attribute("space-before") != nullptr) one.spaceBefore = lengthPt(node.fixed("space-before"));
        if (node.attribute("space-after") != nullptr) one.spaceAfter = lengthPt(node.fixed("space-after"));
        made.push_back({std::move(one)});
    }

    void heading(const Node& node, std::vector<Block>& made) {
        Heading one;
        one.level = node.fixed("level")[0] - '0';
        one.text = inlines(node.children);
        one.align = alignOf(node, Align::left);
        if (!one.text.empty()) made.push_back({std::move(one)});
    }

    /// „§ 3. Cel współpracy”; a section without content vanishes and the numbers close up.
    void section(const Node& node, std::vector<Block>& made) {
        const std::size_t number = section_ + 1;
        section_ = number;
        auto content = blocks(node.children);
        if (content.empty()) {
            section_ = number - 1;
            return;
        }
        Heading one;
        one.level = 2;
        one.text = {{"§ " + std::to_string(number) + ". " + plain(node, "title")}};
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
        walk(node.children, [&](const Node& child) {
            if (child.name == "p" || child.name == "list") {
                flush();
                block(child, made);
            } else if (child.name.empty()) {
                pieces(child.text, false, false, line);
            } else {
                fragments({child}, false, false, line);
            }
        });
        flush();
        return made;
    }

    void list(const Node& node, std::vector<Block>& made) {
        List all;
        walk(node.children, [&](const Node& child) {
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
        walk(node.children, [&](const Node& child) {
            if (child.name == "cell") made.cells.push_back(cell(child));
        });
        return made;
    }

    Cell cell(const Node& node) {
        Cell made;
        made.align = alignOf(node, Align::left);
        std::vector<Fragment> line;
        walk(node.children, [&](const Node& child) {
            if (child.name == "signature") made.field = signature(child).field;
            else fragments({child}, false, false, line);
        });
        made.text = mended(std::move(line));
        return made;
    }

    Table table(const Node& node) {
        Table made;
        made.summary = plain(node, "summary");
        walk(node.children, [&](const Node& child) {
            if (child.name == "column") {
                const std::string width = child.fixed("width");
                if (width.ends_with('*')) made.columns.push_back({0, width.size() == 1 ? 1 : std::max(0.1, lengthPt(width.substr(0, width.size() - 1)))});
                else made.columns.push_back({lengthPt(width), 1});
            } else if (child.name == "head") {
                made.head.push_back(row(child));
            } else if (child.name == "row") {
                made.rows.push_back(row(child));
                if (made.rows.back().cells.size() != made.columns.size()) fault(child.place, say("bind.cell_count"));
            }
        });
        return made;
    }

    void columns(const Node& node, std::vector<Block>& made) {
        Columns all;
        walk(node.children, [&](const Node& child) {
            if (child.name == "side") all.columns.push_back(blocks(child.children));
        });
        const bool empty = std::all_of(all.columns.begin(), all.columns.end(), [](const auto& side) { return side.empty(); });
        if (!empty) made.push_back({std::move(all)});
    }

    SignatureBlock signature(const Node& node) {
        SignatureBlock made;
        walk(node.children, [&](const Node& child) { (child.name == "below" ? made.below : made.caption) = child.name.empty() ? made.caption : inlines(child.children); });
        if (node.attribute("field") == nullptr) return made;
        SignatureField field;
        field.name = plain(node, "field");
        field.description = plain(node, "description");
        field.function = plain(node, "function");
        field.institution = plain(node, "institution");
        if (node.attribute("height") != nullptr) field.heightPt = lengthPt(node.fixed("height"));
        places_.emplace_back(field.name, node.place);
        made.field = std::move(field);
        return made;
    }

    void checkFieldNames(const Document& document) {
        std::set<std::string> seen;
        for (const SignatureField* field : signatureFields(document))
            if (!seen.insert(field->name).second) {
                const auto place = std::find_if(places_.begin(), places_.end(), [&](const auto& one) { return one.first == field->name; });
                fault(place->second, say("template.field_twice", {field->name}));
            }
    }

    std::vector<Scope> scopes_{};
    std::vector<base::Fault> faults_{};
    std::vector<std::pair<std::string, base::Place>> places_{};
    std::size_t section_ = 0;
};

}  // namespace

Document bind(const Template& source, const Value& data) { return Binder(data).document(source.root()); }

}  // namespace templates
