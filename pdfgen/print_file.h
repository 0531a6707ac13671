#pragma once

#include <vector>

#include "base/bytes.h"

namespace pdfgen {

/// The pages of all files in one, for the printer: without fields, signatures and tags. For files of ours alone, which
/// need no limits. Throws Error(unreadable) for what is no PDF.
base::Bytes printFile(const std::vector<base::Bytes>& files);

}  // namespace pdfgen
