#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pdfgen {

class Hyphenator;

/// How a word looks where a line ends inside it.
enum class Division {
    hyphen,    ///< "oświad-" | "czenie"
    compound,  ///< "społeczno-" | "-gospodarczy": the word's own hyphen is repeated, as Polish spelling wants it
    plain,     ///< "https://urzad." | "example": nothing is added
};

struct DivisionPlace {
    int octet = 0;
    Division division = Division::hyphen;
    bool operator==(const DivisionPlace&) const = default;
};

/// Where a line may end inside `word`, a text without spaces that may carry quotes, brackets and stops: in a word of
/// letters where the hyphenator says so, in a compound of small letters behind its own hyphen. Sorted.
std::vector<DivisionPlace> divisions(std::string_view word, const Hyphenator& hyphenator);

/// The same for a word that is wider than its line: also words in capitals, and addresses behind "/", "." and the like.
std::vector<DivisionPlace> divisionsInNeed(std::string_view word, const Hyphenator& hyphenator);

/// Between any two characters: the last resort.
std::vector<DivisionPlace> divisionsAnywhere(std::string_view word);

/// What stands on the first line, and what on the next.
std::string headOf(std::string_view word, const DivisionPlace& place);
std::string tailOf(std::string_view word, const DivisionPlace& place);

}  // namespace pdfgen
