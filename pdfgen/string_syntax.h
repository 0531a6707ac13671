#pragma once

#include <string>

#include "base/bytes.h"

/// What names and strings stand for (ISO 32000-1 sections 7.3.4 and 7.3.5).
namespace pdfgen {

/// A name without its slash: #xx are octets.
std::string decodedName(base::ByteView raw);

/// A literal string without its outer brackets: escapes are done, line ends are line feeds.
base::Bytes decodedLiteral(base::ByteView raw);

/// A hexadecimal string, with or without its brackets; an odd last digit counts as if 0 followed.
base::Bytes decodedHex(base::ByteView raw);

}  // namespace pdfgen
