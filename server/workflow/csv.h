#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"

namespace workflow {

struct CsvCell {
    std::string text{};  ///< trimmed, UTF-8, hard spaces made plain
    int line = 0;        ///< where it begins, from 1
    int column = 0;      ///< in code points, from 1
};

using CsvRow = std::vector<CsvCell>;

/// Reads CSV (RFC 4180): UTF-8, by its mark or by what stands there, else Windows-1250; the separator is the one of ; ,
/// and tab that the first row has most of. Rows without any text are left out. Adds a fault for a quote that never
/// ends, for text behind a closing quote, for an octet that the encoding has
/// not, and for a cell that textFault() refuses; reading goes on behind it. A file of another kind has one fault and
/// no rows.
std::vector<CsvRow> readCsv(base::ByteView bytes, const std::string& file, std::vector<base::Fault>& faults);

/// What people should know where readCsv() takes the octets for Windows-1250: the letters may be others then.
std::optional<base::Message> encodingNotice(base::ByteView bytes);

}  // namespace workflow
