#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include "base/bytes.h"
#include "pdfgen/object.h"

namespace pdfgen {

/// Where a cross-reference says an object stands (ISO 32000-1 sections 7.5.4 and 7.5.8).
struct XrefEntry {
    enum class Kind : std::uint8_t { free, plain, compressed };
    Kind kind = Kind::free;
    std::size_t where = 0;  ///< offset in the file, or the number of its object stream
    int detail = 0;         ///< generation, or its index in the object stream
    bool operator==(const XrefEntry&) const = default;
};

/// One cross-reference: a table with its trailer, or a stream.
struct XrefSection {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< behind its trailer's dictionary, or its "endobj"
    std::map<int, XrefEntry> entries{};
    Object trailer{};
    std::optional<std::size_t> previous{};
    std::optional<std::size_t> hybrid{};  ///< /XRefStm
};

/// The section that begins at `offset`; nothing where there is none, it is malformed or over the limits.
std::optional<XrefSection> readXrefSection(base::ByteView file, std::size_t offset);

/// Behind "endobj" that follows `position`, or nothing.
std::optional<std::size_t> behindEndobj(base::ByteView file, std::size_t position);

/// The data of the stream whose dictionary ends at `position`, which moves behind "endstream". Nothing when the keyword
/// "stream" or "endstream" does not stand where `length` puts it.
std::optional<base::ByteView> streamData(base::ByteView file, std::size_t& position, std::size_t length);

}  // namespace pdfgen
