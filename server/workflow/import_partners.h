#pragma once

#include <string_view>

#include "base/bytes.h"
#include "server/domain/meeting.h"

namespace workflow {

/// The meeting with its partners replaced by a list (CSV, a representative a row; headings: partner_columns.h). People
/// with other roles only stay; a row equal to one that stays in institution, function and name is that one. A list sets
/// no accession. Throws Error(data) with every fault at its line and column: an unknown or doubled column, a row that
/// is too long, an unknown role, a number twice, a row without anybody, a row twice, two values for one field of an
/// institution, a NIP that is none. Institutions of replaced people go with them where nobody else is of them.
/// Rows mean one institution when they have one name and their towns and NIP, as far as given, agree; a new one is
/// added.
domain::Meeting withPartners(domain::Meeting meeting, base::ByteView csv, std::string_view file);

}  // namespace workflow
