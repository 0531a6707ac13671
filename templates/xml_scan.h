#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/error.h"

namespace templates {

/// Where octets of a text stand. Fast for offsets that ascend, as a reader asks for them.
class Places {
public:
    /// `text` is well-formed UTF-8 and must outlive this.
    Places(std::string_view text, std::string_view file);

    /// Line and column, both from 1, columns in code points.
    base::Place at(std::size_t offset);

private:
    std::string_view text_;
    base::Place here_;
    std::size_t offset_ = 0;
};

/// Looks at XML before it is parsed, for what the parser takes but the language does not: text that is no UTF-8, a
/// DOCTYPE with its entities, references to characters that XML 1.0 section 2.2 does not have, control characters,
/// elements nested deeper than 64 (whose tree would be walked recursively). Returns the first fault.
std::optional<base::Fault> scanXml(std::string_view xml, std::string_view file);

}  // namespace templates
