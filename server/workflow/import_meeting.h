#pragma once

#include <string_view>

#include "base/bytes.h"
#include "server/domain/meeting.h"
#include "server/domain/office.h"
#include "templates/value.h"

namespace workflow {

/// A meeting from JSON of schema "meeting/1". Throws Error(data) with every fault at its JSON pointer: wrong schema,
/// unknown or missing members, wrong types, empty texts, references that lead nowhere, an id or an order given twice,
/// no such day.
domain::Meeting readMeeting(base::ByteView json, std::string_view file);

/// Office data from JSON of schema "office/1"; throws in the same way.
domain::Office readOffice(base::ByteView json, std::string_view file);

/// The same of a tree that came as the body of a request. Where it is no such JSON, Error(data) is json.body; where its
/// parts do not fit together (references, doubles, dates, other words than the allowed ones), data.faults.
domain::Meeting meetingOfTree(const templates::Value& tree);
domain::Office officeOfTree(const templates::Value& tree);

/// All that is said of the participant but the order: two who have it in common are the same.
std::string participantText(domain::Participant participant);

}  // namespace workflow
