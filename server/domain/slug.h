#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace domain {

/// "Sąd Rejonowy w Gliwicach" → "sad-rejonowy-w-gliwicach": for identifiers and file names. At most `limit` octets,
/// cut behind a whole word where there is one; "x" when nothing is left.
std::string slug(std::string_view text, std::size_t limit = 60);

}  // namespace domain
