#pragma once

#include <string>
#include <vector>

namespace templates {

class Template;

enum class Need { required, optional, conditional };
enum class Shape { text, list, truth };

/// A path that a template reads, with the strictest need it is read by: conditional is what stands only under a
/// condition on something else (or on itself), required within an object what is read wherever that object is there.
/// Paths inside a loop stand under the list's path ("participants[].title_name").
struct FieldUse {
    std::string path{};
    Need need = Need::required;
    Shape shape = Shape::text;
    int line = 0;
    int column = 0;
    std::string within{};  ///< the object that may be missing with it; empty: the path is required always
    bool operator==(const FieldUse&) const = default;
};

/// The fields that a template reads, its includes' too, sorted by path.
std::vector<FieldUse> inventory(const Template& source);

/// The same as a JSON Schema (draft 2020-12), one line, deterministic.
std::string jsonSchema(const Template& source);

}  // namespace templates
