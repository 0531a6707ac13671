#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace templates {

class Value;
struct Document;
struct Node;

/// A template that was read and checked, ready to be bound. Immutable and cheap to copy.
class Template {
public:
    Template(std::shared_ptr<const Node> root, std::string name, std::string text);

    const std::string& name() const { return name_; }
    const Node& root() const { return *root_; }
    /// The XML that it was read from, and that of each template it includes.
    const std::string& text() const { return text_; }

private:
    std::shared_ptr<const Node> root_;
    std::string name_;
    std::string text_;
};

/// How one template includes another by name (the declaration its RODO notice). The text of the template's XML, empty
/// for a name it does not know.
using Library = std::string_view (*)(std::string_view name);

/// The templates that ship: "deklaracja", "deklaracja-wspolna", "lista-obecnosci", "informacja-rodo".
std::string_view shippedTemplate(std::string_view name);
std::vector<std::string> shippedTemplateNames();

/// Reads the XML of a template (grammar: library/template.rng, by example: library/README.md). `file` names it in
/// faults. Throws Error(data) with every fault at its line and column: not well-formed, unknown element or attribute,
/// a path or filter that does not exist, heading levels that jump, a DOCTYPE, nesting over 64.
Template readTemplate(std::string_view xml, std::string_view file, Library library = shippedTemplate);

/// Binds data to a template. Throws Error(data) with all faults at once: a required path that is missing (its line and
/// column in the template), a value of the wrong kind, a filter that cannot take its value, two fields of one name.
Document bind(const Template& source, const Value& data);

}  // namespace templates
