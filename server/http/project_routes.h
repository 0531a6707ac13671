#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/projects.h"

namespace http {

/// What the routes of projects, teams and institutions call; it must outlive them.
struct ProjectServices {
    workflow::Projects& projects;
};

/// /api/v1/projects, /teams, /institutions: the views over all meetings.
std::vector<Route> projectRoutes(const ProjectServices& services);

}  // namespace http
