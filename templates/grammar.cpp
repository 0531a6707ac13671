#include "templates/grammar.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "templates/node.h"

namespace templates {
namespace {

using base::say;

/// What stands inside an element.
enum class Content { none, blocks, inlines, items, item, rows, cells, cell, columns, signature, same };

struct Rule {
    std::string_view name;
    Content content;
    std::vector<std::string_view> attributes;
    std::vector<std::string_view> required;
};

const std::vector<Rule>& rules() {
    static const std::vector<Rule> all{
        {"template", Content::blocks, {"title", "subject", "landscape"}, {"title"}},
        {"heading", Content::inlines, {"level", "align"}, {"level"}},
        {"p", Content::inlines, {"align", "size", "keep-with-next", "space-before", "space-after"}, {}},
        {"section", Content::blocks, {"title"}, {"title"}},
        {"list", Content::items, {"style", "single"}, {"style"}},
        {"item", Content::item, {}, {}},
        {"table", Content::rows, {"summary"}, {"summary"}},
        {"column", Content::none, {"width"}, {"width"}},
        {"head", Content::cells, {}, {}},
        {"row", Content::cells, {"min-height"}, {}},
        {"cell", Content::cell, {"align"}, {}},
        {"columns", Content::columns, {}, {}},
        {"side", Content::blocks, {}, {}},
        {"signature", Content::signature, {"field", "description", "function", "institution", "height"}, {}},
        {"caption", Content::inlines, {}, {}},
        {"below", Content::inlines, {}, {}},
        {"page-break", Content::none, {}, {}},
        {"b", Content::inlines, {}, {}},
        {"i", Content::inlines, {}, {}},
        {"br", Content::none, {}, {}},
        {"for", Content::same, {"each", "as", "times"}, {}},
        {"if", Content::same, {"has", "any", "missing"}, {}},
        {"else", Content::none, {}, {}},
    };
    return all;
}

const Rule* ruleOf(std::string_view name) {
    const auto found = std::find_if(rules().begin(), rules().end(), [&](const Rule& rule) { return rule.name == name; });
    return found == rules().end() ? nullptr : &*found;
}

const std::set<std::string_view>& allowedIn(Content content) {
    static const std::set<std::string_view> none{}, blocks{"heading", "p", "section", "list", "table", "columns", "signature", "page-break"},
        inlines{"b", "i", "br"}, items{"item"}, item{"b", "i", "br", "p", "list"}, rows{"column", "head", "row"}, cells{"cell"},
        cell{"b", "i", "br", "signature"}, columns{"side"}, signature{"caption", "below"};
    switch (content) {
        case Content::blocks: return blocks;
        case Content::inlines: return inlines;
        case Content::items: return items;
        case Content::item: return item;
        case Content::rows: return rows;
        case Content::cells: return cells;
        case Content::cell: return cell;
        case Content::columns: return columns;
        case Content::signature: return signature;
        case Content::none:
        case Content::same: break;
    }
    return none;
}

bool takesText(Content content) { return content == Content::inlines || content == Content::item || content == Content::cell; }

bool isBlank(const Node& text) {
    return std::all_of(text.text.begin(), text.text.end(), [](const Piece& piece) {
        const auto* literal = std::get_if<std::string>(&piece);
        return literal != nullptr && literal->find_first_not_of(" \t\r\n") == literal->npos;
    });
}

class Check {
public:
    explicit Check(std::vector<base::Fault>& faults) : faults_(faults) {}

    void element(const Node& node, Content inside, bool inLoop) {
        const Rule* rule = ruleOf(node.name);
        if (rule == nullptr) return fault(node, say("template.unknown_element", {node.name}));
        attributes(node, *rule);
        values(node);
        const Content content = rule->content == Content::same ? inside : rule->content;
        bool seenElse = false;
        for (const Node& child : node.children) {
            if (child.name == "else") {
                if (node.name != "if" || seenElse) fault(child, say("template.misplaced", {child.name, node.name}));
                seenElse = true;
            } else {
                childOf(node, child, content, inLoop || node.name == "for");
            }
        }
    }

private:
    void childOf(const Node& parent, const Node& child, Content content, bool inLoop) {
        if (child.name.empty()) {
            if (!takesText(content) && !isBlank(child)) fault(child, say("template.text_here", {parent.name}));
            for (const Piece& piece : child.text) loopWord(piece, inLoop);
            return;
        }
        const bool flow = child.name == "if" || child.name == "for";
        if (!flow && ruleOf(child.name) != nullptr && !allowedIn(content).contains(child.name))
            fault(child, say("template.misplaced", {child.name, parent.name}));
        element(child, content, inLoop);
    }

    void loopWord(const Piece& piece, bool inLoop) {
        const auto* expression = std::get_if<Expression>(&piece);
        if (expression == nullptr || inLoop) return;
        if (expression->path == "last" || expression->path == "first" || expression->path == "no")
            faults_.push_back({expression->place, say("template.outside_loop", {expression->path})});
    }

    void attributes(const Node& node, const Rule& rule) {
        for (const auto& [key, value] : node.attributes)
            if (std::find(rule.attributes.begin(), rule.attributes.end(), key) == rule.attributes.end())
                fault(node, say("template.unknown_attribute", {key, node.name}));
        for (const std::string_view key : rule.required)
            if (node.attribute(key) == nullptr) fault(node, say("template.missing_attribute", {std::string(key), node.name}));
    }

    void oneOf(const Node& node, std::string_view key, std::initializer_list<std::string_view> allowed) {
        if (node.attribute(key) == nullptr) return;
        const std::string value = node.fixed(key);
        if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) badValue(node, key);
    }

    void length(const Node& node, std::string_view key) {
        if (node.attribute(key) != nullptr && lengthPt(node.fixed(key)) < 0) badValue(node, key);
    }

    void badValue(const Node& node, std::string_view key) { fault(node, say("template.bad_value", {std::string(key), node.name, node.fixed(key)})); }

    void values(const Node& node) {
        oneOf(node, "align", {"left", "center", "right", "justify"});
        oneOf(node, "size", {"small", "normal", "large"});
        oneOf(node, "keep-with-next", {"yes", "no"});
        oneOf(node, "landscape", {"yes", "no"});
        oneOf(node, "single", {"plain", "numbered"});
        oneOf(node, "style", {"1.", "1)", "a)", "–"});
        for (const char* key : {"space-before", "space-after", "min-height", "height"}) length(node, key);
        if (node.name == "column" && !node.fixed("width").ends_with('*')) length(node, "width");
        if (node.name == "heading") heading(node);
        if (node.name == "section") level_ = std::max(level_, 2);
        if (node.name == "for") loop(node);
        if (node.name == "if") condition(node);
        if (node.name == "signature") signature(node);
    }

    void heading(const Node& node) {
        const std::string level = node.fixed("level");
        if (level.size() != 1 || level[0] < '1' || level[0] > '6') return badValue(node, "level");
        const int number = level[0] - '0';
        if (number > level_ + 1) fault(node, say("template.level_jumps", {level, std::to_string(level_)}));
        level_ = number;
    }

    void loop(const Node& node) {
        const bool each = node.attribute("each") != nullptr, times = node.attribute("times") != nullptr;
        if (each == times || each != (node.attribute("as") != nullptr)) return fault(node, say("template.loop_form"));
        std::string path = node.fixed("each");
        if (path.ends_with('?')) path.pop_back();
        if (each && (!isPath(path) || !isPath(node.fixed("as")))) badValue(node, "each");
        if (times && lengthPt(node.fixed("times")) < 0) badValue(node, "times");
    }

    void condition(const Node& node) {
        if (node.attributes.size() != 1) return fault(node, say("template.condition_form"));
        const auto paths = wordsIn(node.fixed(node.attributes.front().first));
        if (paths.empty() || !std::all_of(paths.begin(), paths.end(), [](const std::string& path) { return isPath(path); }))
            badValue(node, node.attributes.front().first);
    }

    void signature(const Node& node) {
        if (node.attribute("field") == nullptr) return;
        if (node.attribute("description") == nullptr) fault(node, say("template.missing_attribute", {"description", node.name}));
        const std::string name = node.fixed("field");
        const bool isFixed = node.attribute("field")->size() == 1 && !name.empty();
        if (isFixed && !names_.insert(name).second) fault(node, say("template.field_twice", {name}));
    }

    void fault(const Node& node, base::Message message) { faults_.push_back({node.place, std::move(message)}); }

    std::vector<base::Fault>& faults_;
    std::set<std::string> names_{};
    int level_ = 0;
};

}  // namespace

double lengthPt(std::string_view text) {
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    if (failed != std::errc{} || !(value >= 0) || value > 2000) return -1;
    if (unit == "mm") return value * 72 / 25.4;
    return unit.empty() || unit == "pt" ? value : -1;
}

void checkGrammar(const Node& root, std::vector<base::Fault>& faults) {
    if (root.name != "template") return faults.push_back({root.place, say("template.no_root")});
    Check(faults).element(root, Content::blocks, false);
}

}  // namespace templates
