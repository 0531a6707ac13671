#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace pdfgen {

/// A text string (ISO 32000-1 section 7.9.2.2) as UTF-8: UTF-16BE or UTF-8 with a mark, else PDFDocEncoding (annex
/// D.2). What cannot be decoded becomes U+FFFD.
std::string utf8OfText(base::ByteView octets);

/// A date (section 7.9.4): "D:20191127103000+01'00'", whose end may be missing; without an offset it is UTC. Nothing
/// for any other text.
std::optional<base::Instant> instantOfDate(base::ByteView text);

}  // namespace pdfgen
