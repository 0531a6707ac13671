#pragma once

#include <cstddef>
#include <optional>

#include "base/bytes.h"
#include "pdfgen/object.h"

namespace pdfgen {

/// A stream's data without its filter (ISO 32000-1 section 7.4): none, or FlateDecode with its predictors, as
/// cross-reference and object streams have them. Nothing for other filters, malformed data, or more than `most` octets.
std::optional<base::Bytes> decodedStream(const Object& dictionary, base::ByteView data, std::size_t most);

}  // namespace pdfgen
