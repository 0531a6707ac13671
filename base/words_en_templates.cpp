#include <array>

#include "base/words.h"

namespace base::english {
namespace {

constexpr auto kWords = std::to_array<Word>({
    {"template.bad_path", "“{0}” is not a correct field name."},
    {"template.unknown_filter", "Unknown filter “{0}”."},
    {"template.filter_arguments", "The filter “{0}” has a wrong number of arguments."},
    {"template.unclosed", "“{{” is not followed by “}}”."},
    {"template.unknown_element", "Unknown element “{0}”."},
    {"template.misplaced", "The element “{0}” cannot stand in the element “{1}”."},
    {"template.text_here", "Text cannot stand in the element “{0}”."},
    {"template.outside_loop", "The field “{0}” has a meaning only in an element “for”."},
    {"template.unknown_attribute", "Unknown attribute “{0}” of the element “{1}”."},
    {"template.missing_attribute", "The attribute “{0}” of the element “{1}” is missing."},
    {"template.bad_value", "Wrong value of the attribute “{0}” of the element “{1}”: “{2}”."},
    {"template.level_jumps", "A heading of level {0} follows level {1}; levels cannot be left out."},
    {"template.no_expression", "The attribute “{0}” of the element “{1}” cannot contain a field “{{ … }}”."},
    {"template.attribute_twice", "The attribute “{0}” of the element “{1}” occurs more than once."},
    {"template.open_quote", "The sign “\"” is not followed by a second one."},
    {"template.bad_reference", "The character is written in a way not allowed (“{0}”); “&” is written “&amp;”."},
    {"template.control_character", "The template contains a control character that is not allowed."},
    {"template.loop_form", "The element “for” wants either “each” and “as”, or “times”."},
    {"template.condition_form", "The element “if” wants exactly one of the attributes “has”, “any”, “missing”."},
    {"template.field_twice", "The signature field “{0}” occurs more than once."},
    {"template.no_root", "A template must begin with the element “template”."},
    {"template.two_roots", "A template may have one main element only."},
    {"template.not_utf8", "The template is not written in UTF-8."},
    {"template.doctype", "A DOCTYPE declaration is not allowed."},
    {"template.too_deep", "Elements are nested deeper than {0} levels."},
    {"template.too_large", "The template is too large."},
    {"template.malformed", "The template is not a correct XML document."},
    {"template.unknown_include", "There is no template “{0}” that could be included."},
    {"template.include_cycle", "The template “{0}” includes itself."},
    {"template.faults", "The template “{0}” has faults."},
    {"bind.faults", "The data cannot be put into the template."},
    {"bind.missing", "The field “{0}” is missing."},
    {"bind.no_text", "The field “{0}” is neither a text nor a number."},
    {"bind.no_list", "The field “{0}” is not a list."},
    {"bind.cell_count", "The number of the row’s cells differs from the number of columns."},
    {"bind.not_utf8", "The field “{0}” is not written in UTF-8."},
    {"bind.too_long", "The document has too many repetitions."},
    {"bind.no_title", "The document’s title is empty."},
    {"bind.field_name", "The name of the signature field “{0}” is empty or contains a full stop."},
    {"filter.wants_text", "The filter “{0}” wants a text."},
    {"filter.wants_number", "The filter “{0}” wants a whole number."},
    {"filter.wants_list", "The filter “{0}” wants a list."},
    {"filter.no_date", "“{0}” is not a date in the form YYYY-MM-DD."},
});

}  // namespace

std::span<const Word> templatesWords() { return kWords; }

}  // namespace base::english
