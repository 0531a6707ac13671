#include "templates/grammar.h"

#include <algorithm>
#include <array>
#include <set>

#include "templates/measures.h"
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
        {"template", Content::blocks, {"title", "subject", "landscape", "spacing"}, {"title"}},
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
    const auto found =
        std::find_if(rules().begin(), rules().end(), [&](const Rule& rule) { return rule.name == name; });
    return found == rules().end() ? nullptr : &*found;
}

const std::set<std::string_view>& allowedIn(Content content) {
    static const std::set<std::string_view> none{},
        blocks{"heading", "p", "section", "list", "table", "columns", "signature", "page-break"},
        inlines{"b", "i", "br"}, items{"item"}, item{"b", "i", "br", "p", "list"}, rows{"column", "head", "row"},
        cells{"cell"}, cell{"b", "i", "br", "signature"}, columns{"side"}, signature{"caption", "below"};
    switch (content) {
        case Content::blocks:
            return blocks;
        case Content::inlines:
            return inlines;
        case Content::items:
            return items;
        case Content::item:
            return item;
        case Content::rows:
            return rows;
        case Content::cells:
            return cells;
        case Content::cell:
            return cell;
        case Content::columns:
            return columns;
        case Content::signature:
            return signature;
        case Content::none:
        case Content::same:
            break;
    }
    return none;
}

bool takesText(Content content) {
    return content == Content::inlines || content == Content::item || content == Content::cell;
}

bool isBlank(const Node& text) {
    return std::all_of(text.text.begin(), text.text.end(), [](const Piece& piece) {
        const auto* literal = std::get_if<std::string>(&piece);
        return literal != nullptr && literal->find_first_not_of(" \t\r\n") == literal->npos;
    });
}

/// Attributes whose text may hold expressions.
constexpr std::array<std::string_view, 7> kBoundAttributes{"title",       "subject",  "summary",    "field",
                                                           "description", "function", "institution"};

bool isLoopWord(std::string_view path) {
    const std::string_view head = path.substr(0, path.find('.'));
    return head == "no" || head == "first" || head == "last";
}

bool isName(std::string_view text) { return isPath(text) && text.find('.') == text.npos; }

constexpr double kLeastSignaturePt = 12;  // of a field: a line of text

class Check {
public:
    explicit Check(std::vector<base::Fault>& faults) : faults_(faults) {}

    /// `inside` is what may stand where the element stands, for the elements that hold the same.
    void element(const Node& node, Content inside) {
        const Rule* rule = ruleOf(node.name);
        if (rule == nullptr) return fault(node, say("template.unknown_element", {node.name}));
        attributes(node, *rule);
        values(node);
        const bool isLoop = node.name == "for", isCondition = node.name == "if", isHead = node.name == "head";
        loops_ += isLoop ? 1 : 0;
        conditions_ += isCondition ? 1 : 0;
        inHead_ = inHead_ || isHead;
        children(node, rule->content == Content::same ? inside : rule->content);
        loops_ -= isLoop ? 1 : 0;
        conditions_ -= isCondition ? 1 : 0;
        inHead_ = inHead_ && !isHead;
    }

private:
    void children(const Node& node, Content content) {
        bool seenElse = false;
        for (const Node& child : node.children) {
            if (child.name == "else") {
                if (node.name != "if" || seenElse) fault(child, say("template.misplaced", {child.name, node.name}));
                seenElse = true;
            } else {
                childOf(node, child, content);
            }
        }
    }

    void childOf(const Node& parent, const Node& child, Content content) {
        if (child.name.empty()) {
            if (!takesText(content) && !isBlank(child)) fault(child, say("template.text_here", {parent.name}));
            for (const Piece& piece : child.text) loopWord(piece);
            return;
        }
        const bool flow = child.name == "if" || child.name == "for";
        const bool signsHead = inHead_ && child.name == "signature";
        if (!flow && ruleOf(child.name) != nullptr && (signsHead || !allowedIn(content).contains(child.name)))
            fault(child, say("template.misplaced", {child.name, parent.name}));
        if (content == Content::cell && child.name == "signature") signatureInCell(child);
        element(child, content);
    }

    void loopWord(const Piece& piece) {
        const auto* expression = std::get_if<Expression>(&piece);
        if (expression == nullptr || loops_ > 0 || !isLoopWord(expression->path)) return;
        faults_.push_back({expression->place, say("template.outside_loop", {expression->path})});
    }

    void attributes(const Node& node, const Rule& rule) {
        for (const auto& [key, value] : node.attributes) {
            if (std::find(rule.attributes.begin(), rule.attributes.end(), key) == rule.attributes.end())
                fault(node, say("template.unknown_attribute", {key, node.name}));
            for (const Piece& piece : value) loopWord(piece);
            const bool isBound =
                std::find(kBoundAttributes.begin(), kBoundAttributes.end(), key) != kBoundAttributes.end();
            const auto holds = [](const Piece& piece) { return std::holds_alternative<Expression>(piece); };
            if (!isBound && std::any_of(value.begin(), value.end(), holds))
                fault(node, say("template.no_expression", {key, node.name}));
        }
        for (const std::string_view key : rule.required)
            if (node.attribute(key) == nullptr)
                fault(node, say("template.missing_attribute", {std::string(key), node.name}));
    }

    /// Whether the attribute is there and belongs there.
    static bool hasOwn(const Node& node, std::string_view key) {
        const auto& own = ruleOf(node.name)->attributes;
        return node.attribute(key) != nullptr && std::find(own.begin(), own.end(), key) != own.end();
    }

    void oneOf(const Node& node, std::string_view key, std::initializer_list<std::string_view> allowed) {
        if (!hasOwn(node, key)) return;
        const std::string value = node.fixed(key);
        if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) badValue(node, key);
    }

    void length(const Node& node, std::string_view key, double leastPt = 0) {
        if (hasOwn(node, key) && lengthPt(node.fixed(key)) < leastPt) badValue(node, key);
    }

    void badValue(const Node& node, std::string_view key) {
        fault(node, say("template.bad_value", {std::string(key), node.name, node.fixed(key)}));
    }

    void values(const Node& node) {
        oneOf(node, "align", {"left", "center", "right", "justify"});
        oneOf(node, "size", {"small", "normal", "large"});
        oneOf(node, "keep-with-next", {"yes", "no"});
        oneOf(node, "landscape", {"yes", "no"});
        oneOf(node, "spacing", {"normal", "close"});
        oneOf(node, "single", {"plain", "numbered"});
        oneOf(node, "style", {"1.", "1)", "a)", "–"});
        for (const char* key : {"space-before", "space-after", "min-height"}) length(node, key);
        length(node, "height", kLeastSignaturePt);
        if (node.name == "column" && node.attribute("width") != nullptr) width(node);
        if (node.name == "heading" && node.attribute("level") != nullptr) heading(node);
        if (node.name == "section") level(node, 2);
        if (node.name == "for") loop(node);
        if (node.name == "if") condition(node);
        if (node.name == "signature") signature(node);
    }

    void width(const Node& node) {
        const std::string text = node.fixed("width");
        const bool isGood = text.ends_with('*') ? shareOf(text) > 0 : lengthPt(text) > 0;
        if (!isGood) badValue(node, "width");
    }

    void heading(const Node& node) {
        const std::string text = node.fixed("level");
        if (text.size() != 1 || text[0] < '1' || text[0] > '6') return badValue(node, "level");
        level(node, text[0] - '0');
    }

    void level(const Node& node, int number) {
        if (number > level_ + 1)
            fault(node, say("template.level_jumps", {std::to_string(number), std::to_string(level_)}));
        level_ = number;
    }

    void loop(const Node& node) {
        const bool each = node.attribute("each") != nullptr, times = node.attribute("times") != nullptr;
        if (each == times || each != (node.attribute("as") != nullptr)) return fault(node, say("template.loop_form"));
        std::string path = node.fixed("each");
        if (path.ends_with('?')) path.pop_back();
        if (each && !isPath(path)) badValue(node, "each");
        if (each && (!isName(node.fixed("as")) || isLoopWord(node.fixed("as")))) badValue(node, "as");
        if (times && timesOf(node.fixed("times")) == 0) badValue(node, "times");
    }

    void condition(const Node& node) {
        if (node.attributes.size() != 1) return fault(node, say("template.condition_form"));
        const std::string& key = node.attributes.front().first;
        const auto paths = wordsIn(node.fixed(key));
        const bool arePaths = std::all_of(paths.begin(), paths.end(), [](const auto& path) { return isPath(path); });
        if (paths.empty() || !arePaths) return badValue(node, key);
        for (const std::string& path : paths)
            if (loops_ == 0 && isLoopWord(path)) fault(node, say("template.outside_loop", {path}));
    }

    void signature(const Node& node) {
        if (node.attribute("field") == nullptr) return;
        if (node.attribute("description") == nullptr)
            fault(node, say("template.missing_attribute", {"description", node.name}));
        const std::string name = node.fixed("field");
        const bool isFixed = node.attribute("field")->size() == 1 && !name.empty();
        // Both branches of a condition may have it; binding sees what is there.
        if (conditions_ == 0 && isFixed && !names_.insert(name).second)
            fault(node, say("template.field_twice", {name}));
    }

    /// A cell's other text is its caption.
    void signatureInCell(const Node& node) {
        if (node.attribute("field") == nullptr) fault(node, say("template.missing_attribute", {"field", node.name}));
        for (const Node& child : node.children)
            if (!child.name.empty()) fault(child, say("template.misplaced", {child.name, "cell"}));
    }

    void fault(const Node& node, base::Message message) { faults_.push_back({node.place, std::move(message)}); }

    std::vector<base::Fault>& faults_;
    std::set<std::string> names_{};
    int level_ = 0;
    int loops_ = 0;
    int conditions_ = 0;
    bool inHead_ = false;
};

}  // namespace

void checkGrammar(const Node& root, std::vector<base::Fault>& faults) {
    if (root.name != "template") return faults.push_back({root.place, say("template.no_root")});
    Check(faults).element(root, Content::blocks);
}

}  // namespace templates
