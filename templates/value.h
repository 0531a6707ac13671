#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace templates {

/// The data tree that templates read; also what JSON becomes. A value, compared and copied as one.
class Value {
public:
    using List = std::vector<Value>;
    struct Member;
    /// A map whose written members, {{"name", value}, …}, are moved into it: std::map would copy each with all inside.
    class Map : public std::map<std::string, Value, std::less<>> {
    public:
        Map() = default;
        Map(std::initializer_list<Member> members);
    };

    Value() = default;
    Value(bool truth) : held_(truth) {}
    Value(int number) : held_(std::int64_t{number}) {}
    Value(std::int64_t number) : held_(number) {}
    Value(double number) : held_(number) {}
    Value(const char* text) : held_(std::string(text)) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(List list) : held_(std::move(list)) {}
    Value(Map map) : held_(std::move(map)) {}

    bool isNull() const { return std::holds_alternative<std::monostate>(held_); }
    const bool* truth() const { return std::get_if<bool>(&held_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
    const double* real() const { return std::get_if<double>(&held_); }
    const std::string* text() const { return std::get_if<std::string>(&held_); }
    const List* list() const { return std::get_if<List>(&held_); }
    const Map* map() const { return std::get_if<Map>(&held_); }
    List* list() { return std::get_if<List>(&held_); }
    Map* map() { return std::get_if<Map>(&held_); }

    /// The member `key` of a map, or null when there is none or this is no map.
    const Value* find(std::string_view key) const;
    /// The value at "partner.address", or null; a step into a list is a number ("participants.0").
    const Value* at(std::string_view path) const;
    /// Sets the value at a dotted path and makes the maps on the way.
    void set(std::string_view path, Value value);

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Map> held_{};
};

/// One written member of a map: the first of a name counts.
struct Value::Member {
    std::string name{};
    mutable Value value{};  ///< what stands in an initializer_list is const; moved out all the same
};

/// Whether a template sees the value as missing: null, false, zero, an empty text, list or map.
bool isMissing(const Value* value);

}  // namespace templates
