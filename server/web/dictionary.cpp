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

using Everywhere = std::vector<std::string>;

void put(TemplateDictionary& dictionary, const std::string& name, const Value& value, const Everywhere& everywhere);

std::string joined(const std::string& name, std::string_view member) {
    return name.empty() ? std::string(member) : name + "__" + std::string(member);
}

void putList(TemplateDictionary& dictionary, const std::string& name, const Value::List& list,
             const Everywhere& everywhere) {
    dictionary.SetIntValue(name + "__count", static_cast<long>(list.size()));
    dictionary.ShowSection((list.empty() ? "no_" : "any_") + name);
    for (const Value& item : list) {
        TemplateDictionary& inner = *dictionary.AddSectionDictionary(name);
        for (const std::string& section : everywhere) inner.ShowSection(section);
        put(inner, item.map() == nullptr ? joined(name, "item") : name, item, everywhere);
    }
}

void put(TemplateDictionary& dictionary, const std::string& name, const Value& value, const Everywhere& everywhere) {
    if (const auto* map = value.map()) {
        if (!name.empty() && !map->empty()) dictionary.ShowSection("with_" + name);
        for (const auto& [key, member] : *map) put(dictionary, joined(name, key), member, everywhere);
        return;
    }
    if (const auto* list = value.list()) return putList(dictionary, name, *list, everywhere);
    dictionary.SetValue(name, scalarText(value));
    dictionary.ShowSection(templates::isMissing(&value) ? "no_" + name : name);
}

}  // namespace

void fill(TemplateDictionary& dictionary, const Value& data) {
    Everywhere everywhere;
    if (const auto* map = data.map())
        for (const auto& [key, value] : *map)
            if (key.starts_with(kEverywhere)) everywhere.push_back(templates::isMissing(&value) ? "no_" + key : key);
    put(dictionary, "", data, everywhere);
}

}  // namespace web
