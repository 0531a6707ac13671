#include "server/web/dictionary.h"

#include <cstring>  // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_dictionary.h>

#include <string>
#include <vector>

namespace web {
namespace {

using ctemplate::TemplateDictionary;
using templates::Value;

/// Of what is no text.
std::string scalarText(const Value& value) {
    if (const auto* integer = value.integer()) return std::to_string(*integer);
    if (const auto* real = value.real()) return std::to_string(*real);
    return {};
}

/// What the visitor may stands in every item too: a section that is found further out has that place's values alone.
constexpr std::string_view kEverywhere = "may_";

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

void show(TemplateDictionary& dictionary, const WantedPlace::Name& section) {
    if (section) dictionary.ShowSection(*section);
}

class Filling {
public:
    Filling(const Value& data, const Wanted& wanted) {
        const auto* map = data.map();
        if (map == nullptr) return;
        for (auto at = map->lower_bound(kEverywhere); at != map->end() && at->first.starts_with(kEverywhere); ++at)
            if (const WantedPlace* place = wanted.root().at(at->first))
                everywhere_.push_back(templates::isMissing(&at->second) ? place->no : place->section);
    }

    void put(TemplateDictionary& dictionary, const WantedPlace& place, const Value& value) const {
        if (const auto* map = value.map()) {
            for (const auto& [key, member] : *map)
                if (const WantedPlace* inner = place.at(key)) put(dictionary, *inner, member);
            return;
        }
        if (const auto* list = value.list()) return putList(dictionary, place, *list);
        putScalar(dictionary, place, value);
        show(dictionary, templates::isMissing(&value) ? place.no : place.section);
    }

    /// What the template asks about `tree`, whose place this is, and the tree has not.
    void putAbsent(TemplateDictionary& dictionary, const WantedPlace& place, const Value& tree) const {
        for (const WantedPlace::Absence& one : place.absences)
            if (!has(tree, one.path)) dictionary.ShowSection(one.section);
    }

private:
    void putScalar(TemplateDictionary& dictionary, const WantedPlace& place, const Value& value) const {
        if (!place.value) return;
        if (const auto* text = value.text())
            dictionary.SetValue(*place.value, *text);
        else
            dictionary.SetValue(*place.value, scalarText(value));
    }

    void putList(TemplateDictionary& dictionary, const WantedPlace& place, const Value::List& list) const {
        if (const WantedPlace* count = place.at("count"); count != nullptr && count->value)
            dictionary.SetIntValue(*count->value, static_cast<long>(list.size()));
        show(dictionary, list.empty() ? place.no : place.any);
        if (!place.section) return;
        for (const Value& item : list) {
            TemplateDictionary& inner = *dictionary.AddSectionDictionary(*place.section);
            for (const WantedPlace::Name& section : everywhere_) show(inner, section);
            if (item.map() == nullptr) {
                if (const WantedPlace* one = place.at("item")) put(inner, *one, item);
                continue;
            }
            put(inner, place, item);
            putAbsent(inner, place, item);
        }
    }

    std::vector<WantedPlace::Name> everywhere_{};
};

}  // namespace

void fill(TemplateDictionary& dictionary, const Value& data, const Wanted& wanted) {
    const Filling filling(data, wanted);
    filling.put(dictionary, wanted.root(), data);
    filling.putAbsent(dictionary, wanted.root(), data);
}

}  // namespace web
