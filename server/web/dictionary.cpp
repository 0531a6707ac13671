#include "server/web/dictionary.h"

#include <cstring>  // ctemplate/str_ref.h uses strlen without it

#include <ctemplate/template_dictionary.h>

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

void put(TemplateDictionary& dictionary, const std::string& name, const Value& value);

std::string joined(const std::string& name, std::string_view member) {
    return name.empty() ? std::string(member) : name + "__" + std::string(member);
}

void putList(TemplateDictionary& dictionary, const std::string& name, const Value::List& list) {
    dictionary.SetIntValue(name + "__count", static_cast<long>(list.size()));
    dictionary.ShowSection((list.empty() ? "no_" : "any_") + name);
    for (const Value& item : list) {
        TemplateDictionary& inner = *dictionary.AddSectionDictionary(name);
        put(inner, item.map() == nullptr ? joined(name, "item") : name, item);
    }
}

void put(TemplateDictionary& dictionary, const std::string& name, const Value& value) {
    if (const auto* map = value.map()) {
        if (!name.empty() && !map->empty()) dictionary.ShowSection("with_" + name);
        for (const auto& [key, member] : *map) put(dictionary, joined(name, key), member);
        return;
    }
    if (const auto* list = value.list()) return putList(dictionary, name, *list);
    dictionary.SetValue(name, scalarText(value));
    dictionary.ShowSection(templates::isMissing(&value) ? "no_" + name : name);
}

}  // namespace

void fill(TemplateDictionary& dictionary, const Value& data) { put(dictionary, "", data); }

}  // namespace web
