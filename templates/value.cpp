#include "templates/value.h"

#include <charconv>

namespace templates {
namespace {

const Value* step(const Value& from, std::string_view key) {
    if (const auto* list = from.list()) {
        std::size_t index = 0;
        const auto [end, failed] = std::from_chars(key.data(), key.data() + key.size(), index);
        const bool whole = failed == std::errc{} && end == key.data() + key.size();
        return whole && index < list->size() ? &(*list)[index] : nullptr;
    }
    return from.find(key);
}

}  // namespace

Value::Map::Map(std::initializer_list<Member> members) {
    for (const Member& one : members) try_emplace(one.name, std::move(one.value));
}

const Value* Value::find(std::string_view key) const {
    const Map* members = map();
    if (members == nullptr) return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
}

const Value* Value::at(std::string_view path) const {
    const Value* here = this;
    while (here != nullptr && !path.empty()) {
        const std::size_t dot = path.find('.');
        here = step(*here, path.substr(0, dot));
        path = dot == path.npos ? std::string_view{} : path.substr(dot + 1);
    }
    return here;
}

void Value::set(std::string_view path, Value value) {
    if (map() == nullptr) *this = Map{};
    const std::size_t dot = path.find('.');
    Value& member = map()->try_emplace(std::string(path.substr(0, dot))).first->second;
    if (dot == path.npos) {
        member = std::move(value);
    } else {
        member.set(path.substr(dot + 1), std::move(value));
    }
}

bool isMissing(const Value* value) {
    if (value == nullptr || value->isNull()) return true;
    if (const bool* truth = value->truth()) return !*truth;
    if (const auto* integer = value->integer()) return *integer == 0;
    if (const double* real = value->real()) return *real == 0;
    if (const auto* text = value->text()) return text->empty();
    if (const auto* list = value->list()) return list->empty();
    return value->map()->empty();
}

}  // namespace templates
