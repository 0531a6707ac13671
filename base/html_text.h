#pragma once

#include <string>
#include <string_view>

namespace base {

/// The text as content or quoted attribute of HTML: "&", "<", ">" and the quotation mark as references.
std::string htmlText(std::string_view text);

}  // namespace base
