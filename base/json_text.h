#pragma once

#include <string>
#include <string_view>

namespace base {

/// `text` as a JSON string with its quotes (RFC 8259 section 7). Control characters are escaped, all else is left as
/// UTF-8.
std::string quoted(std::string_view text);

}  // namespace base
