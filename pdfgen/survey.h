#pragma once

#include <string>
#include <vector>

namespace pdfgen {

class Reader;
class Revisions;

/// What a file from outside holds, with every object and every stream opened once.
struct Survey {
    std::vector<std::string> activeContent{};  ///< of "EmbeddedFile", "JavaScript", "Launch", "XFA", in this order
    bool wasRepaired = false;                  ///< QPDF had to guess somewhere
};

/// Looks at all of a file, which both readers have open, under limits: Error(unreadable) with pdf.damaged where an
/// object in use cannot be read as it stands or objects stand behind the end, pdf.too_complex beyond 200,000 objects or
/// 100 levels, pdf.expands beyond 128 MB of opened streams. Pictures stay closed.
Survey surveyed(const Revisions& revisions, const Reader& reader);

}  // namespace pdfgen
