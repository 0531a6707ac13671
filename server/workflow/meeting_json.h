#pragma once

#include <string>

#include "server/domain/meeting.h"

namespace workflow {

/// A meeting as JSON of schema "meeting/1", indented by two, every member in the order of describe(), with a line end.
/// readMeeting() of it gives the same meeting.
std::string meetingJson(const domain::Meeting& meeting);

}  // namespace workflow
