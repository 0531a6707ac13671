#pragma once

#include <cstddef>
#include <string_view>

namespace templates {

/// "10mm", "28pt", "28" → points; negative for any other text.
double lengthPt(std::string_view text);

/// "1.5*" → 1.5, "*" → 1: a column's share of the width that is left; negative for any other text.
double shareOf(std::string_view text);

/// "5" → 5, at most 200; 0 for any other text.
std::size_t timesOf(std::string_view text);

}  // namespace templates
