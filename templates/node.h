#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/error.h"
#include "templates/filters.h"

namespace templates {

/// "{{ path? | filter argument }}" and where it stands.
struct Expression {
    std::string path{};
    bool optional = false;
    std::vector<FilterCall> filters{};
    base::Place place{};
};

/// Text with expressions in it.
using Piece = std::variant<std::string, Expression>;
using Pieces = std::vector<Piece>;

/// An element of a template, or text where `name` is empty.
struct Node {
    std::string name{};
    std::vector<std::pair<std::string, Pieces>> attributes{};
    Pieces text{};
    std::vector<Node> children{};
    base::Place place{};

    const Pieces* attribute(std::string_view key) const;
    /// The attribute's text; empty where it is absent. For attributes that hold no expressions.
    std::string fixed(std::string_view key) const;
};

/// Splits text at "{{" and "}}". Faults (unclosed, malformed path, unknown filter, wrong number of arguments) are
/// added.
Pieces parsePieces(std::string_view text, const base::Place& place, std::vector<base::Fault>& faults);

/// "a.b.c": letters, digits, "_" and "-" between dots.
bool isPath(std::string_view text);

/// The words of "a b c".
std::vector<std::string> wordsIn(std::string_view text);

}  // namespace templates
