#pragma once

#include <string>
#include <vector>

#include "server/report/indicators.h"

namespace report {

/// The indicators as Polish Excel reads them: UTF-8 with a mark, semicolons, CRLF (RFC 4180 otherwise); a text that
/// would be a formula (=, +, -, @, tab, CR first) is led by an apostrophe.
std::string csvReport(const std::vector<Indicator>& indicators);

/// One field of it, quoted where it must be.
std::string csvField(std::string_view text);

}  // namespace report
