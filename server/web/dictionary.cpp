#include "server/web/dictionary.h"

#include <cstring>  // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_dictionary.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/web/page_text.h"

namespace web {
namespace {

using ctemplate::TemplateDictionary;
using templates::Value;

std::string scalarText(const Value& value) {
    if (const auto* text = value.text()) return *text;
    if (const auto* integer = value.integer()) return std::to_string(*integer);
    if (const auto* real = value.real()) return std::to_string(*real);
    return {};
}

/// What the visitor may stands in every item too: a section that is found further out has that place's values alone.
constexpr std::string_view kEverywhere = "may_";

std::string joined(const std::string& name, std::string_view member) {
    std::string path;
    path.reserve(name.size() + 2 + member.size());
    path += name;
    if (!name.empty()) path += "__";
    return path += member;
}

/// Whether `tree` has a value, or a list on the way to one, at a__b__c; its members' own names may have "__" in them.
bool has(const Value& tree, std::string_view path) {
    const auto* map = tree.map();
    if (map == nullptr) return tree.list() != nullptr;
    if (map->contains(path)) return true;
    for (auto end = path.find("__"); end != path.npos; end = path.find("__", end + 2))
        if (const auto at = map->find(path.substr(0, end)); at != map->end())
            if (has(at->second, path.substr(end + 2))) return true;
    return false;
}

class Filling {
public:
    Filling(const Value& data, const Names& wanted) : wanted_(wanted) {
        const auto* map = data.map();
        if (map == nullptr) return;
        for (const auto& [key, value] : *map) {
            const std::string section = templates::isMissing(&value) ? "no_" + key : key;
            if (key.starts_with(kEverywhere) && wanted_.contains(section)) everywhere_.push_back(section);
        }
    }

    void put(TemplateDictionary& dictionary, const std::string& name, const Value& value) const {
        if (const auto* map = value.map()) {
            if (!name.empty() && !map->empty()) show(dictionary, "with_" + name);
            for (const auto& [key, member] : *map) put(dictionary, joined(name, key), member);
            return;
        }
        if (const auto* list = value.list()) return putList(dictionary, name, *list);
        if (wanted_.contains(name)) dictionary.SetValue(name, scalarText(value));
        if (templates::isMissing(&value))
            show(dictionary, "no_" + name);
        else
            show(dictionary, name);
    }

    /// What the template asks about `tree`, whose members' names begin with `name`, and the tree has not.
    void putAbsent(TemplateDictionary& dictionary, const std::string& name, const Value& tree) const {
        const std::string before = "no_" + joined(name, "");
        for (auto at = wanted_.lower_bound(before); at != wanted_.end() && at->starts_with(before); ++at)
            if (!has(tree, at->substr(before.size()))) dictionary.ShowSection(*at);
    }

private:
    void show(TemplateDictionary& dictionary, const std::string& section) const {
        if (wanted_.contains(section)) dictionary.ShowSection(section);
    }

    void putList(TemplateDictionary& dictionary, const std::string& name, const Value::List& list) const {
        if (const std::string count = name + "__count"; wanted_.contains(count))
            dictionary.SetIntValue(count, static_cast<long>(list.size()));
        show(dictionary, (list.empty() ? "no_" : "any_") + name);
        if (!wanted_.contains(name)) return;
        for (const Value& item : list) {
            TemplateDictionary& inner = *dictionary.AddSectionDictionary(name);
            for (const std::string& section : everywhere_) inner.ShowSection(section);
            put(inner, item.map() == nullptr ? joined(name, "item") : name, item);
            if (item.map() != nullptr) putAbsent(inner, name, item);
        }
    }

    const Names& wanted_;
    std::vector<std::string> everywhere_{};
};

}  // namespace

Names namesIn(std::string_view page) {
    Names names;
    for (auto at = page.find("{{"); at != page.npos; at = page.find("{{")) {
        page.remove_prefix(at + 2);
        if (page.starts_with('#')) page.remove_prefix(1);
        const auto* const end = std::find_if_not(page.begin(), page.end(), isOfName);
        if (end != page.begin()) names.emplace(page.begin(), end);
    }
    return names;
}

void fill(TemplateDictionary& dictionary, const Value& data, const Names& wanted) {
    const Filling filling(data, wanted);
    filling.put(dictionary, "", data);
    filling.putAbsent(dictionary, "", data);
}

}  // namespace web
