#pragma once

#include <string_view>
#include <vector>

namespace pdfgen {

enum class Bond { loose, tight, never };

/// For each space in `text` (UTF-8, in order): may a line end there? `never` after one-letter words, "nr", "§", "art.",
/// between day, month, year and "r.", number and unit, initials and surname, rank and name, before a dash …;
/// `tight` (a penalty) after two-letter words. U+00A0 counts as a space and is `never`.
std::vector<Bond> bonds(std::string_view text);

}  // namespace pdfgen
