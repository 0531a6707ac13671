#include "templates/inventory.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "base/json_text.h"
#include "templates/node.h"
#include "templates/template.h"

namespace templates {
namespace {

class Inventory {
public:
    void element(const Node& node) {
        for (const auto& [key, value] : node.attributes)
            for (const Piece& piece : value) read(piece);
        for (const Piece& piece : node.text) read(piece);
        const std::size_t guards = guards_.size(), loops = loops_.size();
        if (node.name == "if") condition(node);
        if (node.name == "for" && node.attribute("each") != nullptr) loop(node);
        for (const Node& child : node.children) {
            if (child.name == "else") otherwise(node, guards);
            element(child);
        }
        guards_.resize(guards);
        loops_.resize(loops);
    }
    std::vector<FieldUse> finish() {
        std::vector<FieldUse> all;
        all.reserve(found_.size());
        for (auto& [path, use] : found_) all.push_back(std::move(use));
        return all;
    }

private:
    struct Loop {
        std::string name{}, path{};
    };

    /// "partner.name" inside <for each="partners" as="partner"> is "partners[].name".
    std::string absolute(const std::string& path) const {
        const std::string head = path.substr(0, path.find('.'));
        for (const Loop& loop : std::views::reverse(loops_))
            if (loop.name == head) return loop.path + "[]" + path.substr(head.size());
        return path;
    }
    static bool isLoopWord(const std::string& path) { return path == "no" || path == "first" || path == "last"; }

    /// A required path is read always, or always where an object that holds it is there; else it is conditional.
    Need needOf(const std::string& whole) const {
        const auto isHolder = [&](const std::string& guard) {
            return !guard.empty() && whole.starts_with(guard + '.');
        };
        return std::all_of(guards_.begin(), guards_.end(), isHolder) ? Need::required : Need::conditional;
    }
    std::string holderOf() const {
        std::string longest;
        for (const std::string& guard : guards_)
            if (guard.size() > longest.size()) longest = guard;
        return longest;
    }

    void add(const std::string& path, Need need, Shape shape, const base::Place& place) {
        if (isLoopWord(path)) return;
        const std::string whole = absolute(path);
        if (need == Need::required) need = needOf(whole);
        const std::string holder = need == Need::required ? holderOf() : std::string{};
        const auto [entry, isNew] =
            found_.try_emplace(whole, FieldUse{whole, need, shape, place.line, place.column, holder});
        FieldUse& use = entry->second;
        if (isNew) return;
        if (need == Need::required && (use.need != need || holder.size() < use.within.size())) use.within = holder;
        if (need == Need::required) use.need = need;
        if (shape != Shape::truth && use.shape != Shape::list) use.shape = shape;
    }
    void read(const Piece& piece) {
        const auto* expression = std::get_if<Expression>(&piece);
        if (expression == nullptr) return;
        const std::string filter = expression->filters.empty() ? "" : expression->filters.front().name;
        const bool optional = expression->optional || filter == "default";
        add(expression->path, optional ? Need::optional : Need::required, filter == "list" ? Shape::list : Shape::text,
            expression->place);
    }
    void condition(const Node& node) {
        const auto& key = node.attributes.front().first;
        for (const std::string& path : wordsIn(node.fixed(key))) {
            add(path, Need::conditional, Shape::truth, node.place);
            if (key == "has") guards_.push_back(absolute(path));
        }
        if (key != "has") guards_.emplace_back();  // says nothing of what is there
    }
    /// Behind <else/> other things hold than before it.
    void otherwise(const Node& condition, std::size_t guards) {
        guards_.resize(guards);
        const auto paths = wordsIn(condition.fixed("missing"));
        guards_.push_back(paths.size() == 1 ? absolute(paths.front()) : std::string{});
    }
    void loop(const Node& node) {
        std::string path = node.fixed("each");
        const bool optional = path.ends_with('?');
        if (optional) path.pop_back();
        add(path, optional ? Need::optional : Need::required, Shape::list, node.place);
        if (optional) guards_.push_back(absolute(path) + "[]");
        loops_.push_back({node.fixed("as"), absolute(path)});
    }

    std::map<std::string, FieldUse> found_{};
    std::vector<std::string> guards_{};  ///< what is there where we stand; an empty one is not known
    std::vector<Loop> loops_{};
};

/// Paths as a tree: an object's members, a list's item.
struct Schema {
    std::map<std::string, Schema> members{};
    bool isList = false, isRequired = false, isTruth = false;

    /// `before` is the path of this object.
    void add(std::string_view path, const FieldUse& use, std::string_view before = {}) {
        const std::size_t dot = path.find('.');
        std::string_view head = path.substr(0, dot);
        const bool list = head.ends_with("[]");
        if (list) head.remove_suffix(2);
        Schema& member = members[std::string(head)];
        member.isList = member.isList || list || (dot == path.npos && use.shape == Shape::list);
        const std::string whole = before.empty() ? std::string(head) : std::string(before) + '.' + std::string(head);
        const bool holds = use.within == whole || use.within.starts_with(whole + '.') ||
                           use.within.starts_with(whole + "[]");  // may be missing with all that it holds
        member.isRequired = member.isRequired || (use.need == Need::required && !holds);
        if (dot != path.npos)
            member.add(path.substr(dot + 1), use, whole + (list ? "[]" : ""));
        else
            member.isTruth = use.shape == Shape::truth;
    }
    std::string object() const {
        std::string properties, required;
        for (const auto& [name, member] : members) {
            properties += (properties.empty() ? "" : ",") + base::quoted(name) + ':' + member.json();
            if (member.isRequired) required += (required.empty() ? "" : ",") + base::quoted(name);
        }
        return R"({"type":"object","properties":{)" + properties + "}" +
               (required.empty() ? "" : ",\"required\":[" + required + "]") + "}";
    }
    std::string json() const {
        if (isList) return R"({"type":"array","items":)" + (members.empty() ? R"({"type":"string"})" : object()) + "}";
        if (!members.empty()) return object();
        return isTruth ? R"({"type":["boolean","string","number"]})" : R"({"type":["string","integer"]})";
    }
};

}  // namespace

std::vector<FieldUse> inventory(const Template& source) {
    Inventory all;
    all.element(source.root());
    return all.finish();
}

std::string jsonSchema(const Template& source) {
    Schema root;
    for (const FieldUse& use : inventory(source)) root.add(use.path, use);
    std::string object = root.object();
    return R"({"$schema":"https://json-schema.org/draft/2020-12/schema","title":)" + base::quoted(source.name()) + ',' +
           object.substr(1);
}

}  // namespace templates
