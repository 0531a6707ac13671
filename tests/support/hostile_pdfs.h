#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

/// Files that want to hurt whoever reads them, written octet by octet (rows 15 to 20 of the table of bad input).
namespace hostile {

struct File {
    std::string name{};
    base::Bytes bytes{};
    std::string finding{};  ///< the key of the sentence that must be said of it; empty: it can be read
};

/// A PDF of these objects, 1 being the catalog, with a cross-reference table.
base::Bytes pdf(const std::vector<std::string>& bodies);

/// The same with one page whose content is this stream object.
base::Bytes withContent(const std::string& content);

/// The same with a word in a simple font of these entries ("/Subtype /Type1 /BaseFont /Helvetica"), and so many further
/// objects.
base::Bytes withWord(const std::string& font, std::size_t further = 0);

/// What deflates `gibibytes` of `octet`, made without writing them; deflated once more, `times` in all.
base::Bytes deflatedGibibytes(unsigned gibibytes, char octet, int times);

std::vector<File> files();

/// Files whose first page wants to hurt whoever draws it; `finding` is empty for those that are drawn all the same.
std::vector<File> pages();

}  // namespace hostile
