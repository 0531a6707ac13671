#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace templates::polish {

/// "27 listopada 2019 r." (genitive of the month, no leading zero)
std::string dateText(std::chrono::year_month_day day);

/// Order by the 35-letter Polish alphabet, case-insensitive at first, numbers by value („nr 2” before „nr 10”).
/// Negative, zero, positive as with strcmp.
int compare(std::string_view left, std::string_view right);

}  // namespace templates::polish
