#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "base/bytes.h"
#include "pdfgen/cross_reference.h"
#include "pdfgen/object.h"

namespace pdfgen {

/// One saved state of a file: the first, or an incremental update (ISO 32000-1 section 7.5.6).
struct Revision {
    std::size_t end = 0;                 ///< behind its "%%EOF"
    std::map<int, XrefEntry> entries{};  ///< what its cross-reference says, hybrid part included
    Object trailer{};
    bool isHybrid = false;     ///< has an /XRefStm (section 7.5.8.4)
    bool isAmbiguous = false;  ///< two readers may find two contents: by its /XRefStm, or by its own startxref
};

/// The revisions that the cross-references from `startXref` on, over their /Prev, make up: the oldest first. Nothing
/// where one of them is malformed or they do not follow each other; throws Error(unreadable) where they loop.
std::optional<std::vector<Revision>> readChain(base::ByteView file, std::size_t startXref);

}  // namespace pdfgen
