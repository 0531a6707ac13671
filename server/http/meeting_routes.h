#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/meetings.h"

namespace http {

/// What the routes of meetings call; it must outlive them.
struct MeetingServices {
    workflow::Meetings& meetings;
};

/// /api/v1/meetings, and the import of partners.
std::vector<Route> meetingRoutes(const MeetingServices& services);

}  // namespace http
