#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace templates {

class Value;

struct FilterCall {
    std::string name{};
    std::vector<std::string> arguments{};
    bool operator==(const FilterCall&) const = default;
};

/// Whether there is a filter of that name, and it takes that many arguments.
bool isFilter(std::string_view name);
bool takesArguments(std::string_view name, std::size_t count);

/// Applies one filter. Throws Error(data) when it cannot take the value ("date" of a text that is no ISO date).
Value apply(const FilterCall& call, const Value& value);

}  // namespace templates
