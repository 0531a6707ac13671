#pragma once

#include <string>

#include "base/bytes.h"

namespace pdfgen {

/// A text string (ISO 32000-1 section 7.9.2.2) as UTF-8: UTF-16BE or UTF-8 with a mark, else PDFDocEncoding (annex
/// D.2). What cannot be decoded becomes U+FFFD.
std::string utf8OfText(base::ByteView octets);

}  // namespace pdfgen
