#include "server/web/dictionary.h"

#include <cstring>  // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_dictionary.h>

#include <string>
#include <vector>

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
    return name.empty() ? std::string(member) : name + "__" + std::string(member);
}

/// Whether `tree` has a value, or a list on the way to one, at a__b__c; its members' own names may have "__" in them.
bool has(const Value& tree, std::string_view path) {
    const auto* map = tree.map();
    if (map == nullptr) return tree.list() != nullptr;
    if (map->contains(std::string(path))) return true;
    for (auto end = path.find("__"); end != path.npos; end = path.find("__", end + 2))
        if (const auto at = map->find(std::string(path.substr(0, end))); at != map->end())
            if (has(at->second, path.substr(end + 2))) return true;
    return false;
}

class Filling {
public:
    Filling(const Value::Map& data, const std::set<std::string>& asked) : asked_(asked) {
        for (const auto& [key, value] : data)
            if (key.starts_with(kEverywhere)) everywhere_.push_back(templates::isMissing(&value) ? "no_" + key : key);
    }

    void put(TemplateDictionary& dictionary, const std::string& name, const Value& value) const {
        if (const auto* map = value.map()) {
            if (!name.empty() && !map->empty()) dictionary.ShowSection("with_" + name);
            for (const auto& [key, member] : *map) put(dictionary, joined(name, key), member);
            return;
        }
        if (const auto* list = value.list()) return putList(dictionary, name, *list);
        dictionary.SetValue(name, scalarText(value));
        dictionary.ShowSection(templates::isMissing(&value) ? "no_" + name : name);
    }

    /// What the template asks about `tree`, whose members' names begin with `name`, and the tree has not.
    void putAbsent(TemplateDictionary& dictionary, const std::string& name, const Value& tree) const {
        const std::string before = joined(name, "");
        for (const std::string& one : asked_)
            if (one.starts_with(before) && !has(tree, one.substr(before.size()))) dictionary.ShowSection("no_" + one);
    }

private:
    void putList(TemplateDictionary& dictionary, const std::string& name, const Value::List& list) const {
        dictionary.SetIntValue(name + "__count", static_cast<long>(list.size()));
        dictionary.ShowSection((list.empty() ? "no_" : "any_") + name);
        for (const Value& item : list) {
            TemplateDictionary& inner = *dictionary.AddSectionDictionary(name);
            for (const std::string& section : everywhere_) inner.ShowSection(section);
            put(inner, item.map() == nullptr ? joined(name, "item") : name, item);
            if (item.map() != nullptr) putAbsent(inner, name, item);
        }
    }

    std::vector<std::string> everywhere_{};
    const std::set<std::string>& asked_;
};

}  // namespace

void fill(TemplateDictionary& dictionary, const Value& data, const std::set<std::string>& asked) {
    const Filling filling(*data.map(), asked);
    filling.put(dictionary, "", data);
    filling.putAbsent(dictionary, "", data);
}

std::set<std::string> askedIn(std::string_view source) {
    constexpr std::string_view kMark = "{{#no_";
    std::set<std::string> names;
    for (auto at = source.find(kMark); at != source.npos; at = source.find(kMark, at)) {
        at += kMark.size();
        names.emplace(source.substr(at, source.find("}}", at) - at));
    }
    return names;
}

}  // namespace web
