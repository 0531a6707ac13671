#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/meeting_parts.h"

namespace http {

/// What the routes of a meeting's people and institutions call; it must outlive them.
struct MeetingPartServices {
    workflow::MeetingParts& parts;
};

/// /api/v1/meetings/{id}/participants and /institutions.
std::vector<Route> meetingPartRoutes(const MeetingPartServices& services);

}  // namespace http
