#include "templates/binding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <ranges>
#include <utility>

#include "base/utf8.h"
#include "templates/measures.h"
#include "templates/value.h"

namespace templates {
namespace {

using base::say;

constexpr std::size_t kMostPasses = 100000;  ///< of all loops together

/// A number as it is written in Polish: decimal comma, no exponent; nothing for what is no finite number of a sane
/// size.
std::optional<std::string> written(double number) {
    if (!std::isfinite(number) || std::abs(number) > 1e15) return {};
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed).ptr;
    std::string text(digits.begin(), end);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

/// The text of a value that has one.
std::optional<std::string> textOf(const Value& value) {
    if (const auto* text = value.text()) return *text;
    if (const auto* integer = value.integer()) return std::to_string(*integer);
    if (const auto* real = value.real()) return written(*real);
    return {};
}

bool isNumber(const Value& value) { return value.integer() != nullptr || value.real() != nullptr; }

}  // namespace

Binding::Binding(const Value& data) { scopes_.push_back({"", &data}); }

void Binding::fault(const base::Place& place, base::Message message) {
    base::Fault made{place, std::move(message)};
    if (std::find(faults_.begin(), faults_.end(), made) == faults_.end()) faults_.push_back(std::move(made));
}

/// Innermost names first, then the data.
const Value* Binding::find(std::string_view path) const {
    const std::size_t dot = path.find('.');
    const std::string_view head = path.substr(0, dot);
    for (const Scope& scope : std::views::reverse(scopes_))
        if (!scope.name.empty() && scope.name == head)
            return dot == path.npos ? scope.value : scope.value->at(path.substr(dot + 1));
    return scopes_.front().value->at(path);
}

bool Binding::holds(const Node& condition) const {
    const auto& key = condition.attributes.front().first;
    const auto paths = wordsIn(condition.fixed(key));
    const auto there = [this](const std::string& path) { return !isMissing(find(path)); };
    if (key == "any") return std::any_of(paths.begin(), paths.end(), there);
    if (key == "missing") return std::none_of(paths.begin(), paths.end(), there);
    return std::all_of(paths.begin(), paths.end(), there);
}

void Binding::walk(std::span<const Node> children, const Visit& visit) {
    for (const Node& child : children) {
        if (child.name == "if") {
            branch(child, visit);
        } else if (child.name == "for") {
            loop(child, visit);
        } else {
            visit(child);
        }
    }
}

void Binding::branch(const Node& condition, const Visit& visit) {
    const std::span<const Node> all = condition.children;
    const auto middle = std::find_if(all.begin(), all.end(), [](const Node& node) { return node.name == "else"; });
    const auto before = static_cast<std::size_t>(middle - all.begin());
    if (holds(condition)) {
        walk(all.first(before), visit);
    } else if (before < all.size()) {
        walk(all.subspan(before + 1), visit);
    }
}

/// The list that a loop runs over; none where it is missing or no list.
const std::vector<Value>* Binding::items(const Node& loop) {
    std::string path = loop.fixed("each");
    const bool optional = path.ends_with('?');
    if (optional) path.pop_back();
    const Value* found = find(path);
    if (found == nullptr || found->isNull()) {
        if (!optional) fault(loop.place, say("bind.missing", {path}));
        return nullptr;
    }
    if (found->list() == nullptr) fault(loop.place, say("bind.no_list", {path}));
    return found->list();
}

void Binding::loop(const Node& source, const Visit& visit) {
    const std::vector<Value>* list = source.attribute("each") == nullptr ? nullptr : items(source);
    const std::size_t count = list == nullptr ? timesOf(source.fixed("times")) : list->size();
    for (std::size_t i = 0; i < count; ++i) {
        if (++passes_ > kMostPasses) return fault(source.place, say("bind.too_long"));
        const Value number(static_cast<std::int64_t>(i + 1)), first(i == 0), last(i + 1 == count);
        const std::size_t depth = scopes_.size();
        scopes_.push_back({"no", &number});
        scopes_.push_back({"first", &first});
        scopes_.push_back({"last", &last});
        if (list != nullptr) scopes_.push_back({source.fixed("as"), &(*list)[i]});
        walk(source.children, visit);
        scopes_.resize(depth);
    }
}

void Binding::styled(std::span<const Node> children, Marks marks, std::vector<Fragment>& made) {
    walk(children, [&](const Node& node) {
        if (node.name == "br") made.push_back({{}, marks.bold, marks.italic, false, true});
        if (node.name == "b") styled(node.children, {true, marks.italic}, made);
        if (node.name == "i") styled(node.children, {marks.bold, true}, made);
        if (node.name.empty()) pieces(node.text, marks, made);
    });
}

void Binding::pieces(const Pieces& source, Marks marks, std::vector<Fragment>& made) {
    for (const Piece& piece : source) {
        const auto* literal = std::get_if<std::string>(&piece);
        const bool isValue = literal == nullptr;
        made.push_back(
            {isValue ? text(std::get<Expression>(piece)) : *literal, marks.bold, marks.italic, isValue, false});
    }
}

Inline Binding::inlines(std::span<const Node> children) {
    std::vector<Fragment> made;
    fragments(children, made);
    return mended(made);
}

std::string Binding::plain(const Node& node, std::string_view key) {
    std::vector<Fragment> made;
    if (const Pieces* source = node.attribute(key)) pieces(*source, {}, made);
    std::string all;
    for (const Run& run : mended(made)) all += run.text;
    return all;
}

/// Zero is a number like any other; every other missing value is a fault where the path is required.
std::string Binding::text(const Expression& expression) {
    const Value* found = find(expression.path);
    const bool defaulted = !expression.filters.empty() && expression.filters.front().name == "default";
    const bool isThere = found != nullptr && (isNumber(*found) || !isMissing(found));
    if (!isThere && !defaulted) {
        if (!expression.optional) fault(expression.place, say("bind.missing", {expression.path}));
        return {};
    }
    try {
        Value value = isThere ? *found : Value{};
        for (const FilterCall& call : expression.filters) value = apply(call, value);
        const auto made = textOf(value);
        if (!made) fault(expression.place, say("bind.no_text", {expression.path}));
        if (made && !base::isUtf8(*made)) fault(expression.place, say("bind.not_utf8", {expression.path}));
        return made && base::isUtf8(*made) ? *made : std::string{};
    } catch (const base::Error& problem) {
        fault(expression.place, problem.message());
        return {};
    }
}

}  // namespace templates
