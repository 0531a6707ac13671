#include "templates/filters.h"

#include <algorithm>

#include "base/civil_date.h"
#include "base/error.h"
#include "base/letters.h"
#include "base/plural.h"
#include "base/utf8.h"
#include "templates/polish.h"
#include "templates/value.h"

namespace templates {
namespace {

using base::say;

[[noreturn]] void fail(base::Message message) { throw base::Error(base::ErrorCode::data, std::move(message)); }

const std::string& textOf(const FilterCall& call, const Value& value) {
    const auto* text = value.text();
    if (text == nullptr) fail(say("filter.wants_text", {call.name}));
    return *text;
}

/// `turn` applied to the first `count` letters.
std::string cased(const std::string& text, char32_t (*turn)(char32_t), std::size_t count) {
    std::u32string points = base::codePoints(text);
    for (std::size_t i = 0; i < std::min(count, points.size()); ++i) points[i] = turn(points[i]);
    return base::utf8(points);
}

Value date(const FilterCall& call, const Value& value) {
    const auto day = base::parseDate(textOf(call, value));
    if (!day) fail(say("filter.no_date", {textOf(call, value)}));
    return polish::dateText(*day);
}

Value upper(const FilterCall& call, const Value& value) {
    return cased(textOf(call, value), base::capitalLetter, std::string::npos);
}
Value lower(const FilterCall& call, const Value& value) {
    return cased(textOf(call, value), base::smallLetter, std::string::npos);
}
Value capital(const FilterCall& call, const Value& value) { return cased(textOf(call, value), base::capitalLetter, 1); }

/// 12345 → „12 345”; four digits stay together.
Value grouped(const FilterCall& call, const Value& value) {
    const auto* integer = value.integer();
    if (integer == nullptr) fail(say("filter.wants_number", {call.name}));
    std::string digits = std::to_string(*integer);
    const std::size_t sign = *integer < 0 ? 1 : 0;
    if (digits.size() - sign > 4)
        for (std::size_t at = digits.size(); at > sign + 3;) digits.insert(at -= 3, 1, ' ');
    return digits;
}

Value plural(const FilterCall& call, const Value& value) {
    const auto* integer = value.integer();
    if (integer == nullptr) fail(say("filter.wants_number", {call.name}));
    return call.arguments[static_cast<std::size_t>(base::polishPlural(*integer))];
}

/// „a, b i c”
Value listed(const FilterCall& call, const Value& value) {
    const auto* items = value.list();
    if (items == nullptr) fail(say("filter.wants_list", {call.name}));
    std::string text;
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (i > 0) text += i + 1 == items->size() ? " i " : ", ";
        text += textOf(call, (*items)[i]);
    }
    return text;
}

Value defaulted(const FilterCall& call, const Value& value) {
    return isMissing(&value) ? Value(call.arguments.front()) : value;
}

struct Filter {
    std::string_view name;
    std::size_t arguments;
    Value (*run)(const FilterCall&, const Value&);
};

constexpr Filter kFilters[] = {{"date", 0, date},       {"upper", 0, upper},      {"lower", 0, lower},
                               {"capital", 0, capital}, {"number", 0, grouped},   {"plural", 3, plural},
                               {"list", 0, listed},     {"default", 1, defaulted}};

const Filter* find(std::string_view name) {
    const auto* found = std::find_if(std::begin(kFilters), std::end(kFilters),
                                     [&](const Filter& filter) { return filter.name == name; });
    return found == std::end(kFilters) ? nullptr : found;
}

}  // namespace

bool isFilter(std::string_view name) { return find(name) != nullptr; }

bool takesArguments(std::string_view name, std::size_t count) {
    const Filter* filter = find(name);
    return filter != nullptr && filter->arguments == count;
}

Value apply(const FilterCall& call, const Value& value) {
    const Filter* filter = find(call.name);
    if (filter == nullptr || filter->arguments != call.arguments.size())
        fail(say("template.unknown_filter", {call.name}));
    return filter->run(call, value);
}

}  // namespace templates
