#pragma once

#include "base/bytes.h"

namespace pdfgen {

/// FlateDecode data (ISO 32000-1 section 7.4.4). Deterministic for one zlib.
base::Bytes deflated(base::ByteView bytes);

}  // namespace pdfgen
