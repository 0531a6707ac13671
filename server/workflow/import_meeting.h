#pragma once

#include <string_view>

#include "base/bytes.h"
#include "server/domain/meeting.h"
#include "server/domain/office.h"

namespace workflow {

/// A meeting from JSON of schema "meeting/1". Throws Error(data) with every fault at its JSON pointer: wrong schema,
/// unknown or missing members, wrong types, empty texts, references that lead nowhere, an id or an order given twice,
/// no such day.
domain::Meeting readMeeting(base::ByteView json, std::string_view file);

/// Office data from JSON of schema "office/1"; throws in the same way.
domain::Office readOffice(base::ByteView json, std::string_view file);

}  // namespace workflow
