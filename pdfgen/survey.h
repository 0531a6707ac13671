#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"

namespace pdfgen {

class Reader;

/// What a file from outside holds, with every object and every stream opened once.
struct Survey {
    std::vector<std::string> activeContent{};  ///< of "EmbeddedFile", "JavaScript", "Launch", "XFA", in this order
    bool wasRepaired = false;                  ///< QPDF had to guess somewhere
};

/// Looks at all of `file`, which `reader` has open, under limits: Error(unreadable) with pdf.damaged where its
/// cross-references or an object in use cannot be read as they stand, pdf.too_complex beyond 200,000 objects or 100
/// levels, pdf.expands beyond 128 MB of opened streams. Pictures stay closed.
Survey surveyed(base::ByteView file, const Reader& reader);

}  // namespace pdfgen
