#pragma once

#include <string_view>

namespace domain {

/// Whether it is a NIP: ten digits, hyphens and spaces between them left out of account, the last one the check digit
/// of the others (the law on tax identification; weights 6 5 7 2 3 4 5 6 7, modulo 11).
bool isTaxNumber(std::string_view text);

}  // namespace domain
