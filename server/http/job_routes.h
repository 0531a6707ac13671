#pragma once

#include <functional>
#include <vector>

#include "server/http/router.h"
#include "server/workflow/jobs.h"

namespace http {

struct JobServices {
    workflow::Jobs& jobs;
    std::function<void()> wake{};  ///< there is something to do
};

/// /api/v1/jobs, and the routes that ask for one kind each: POST /api/v1/archive/checks, /api/v1/rejudgements.
std::vector<Route> jobRoutes(const JobServices& services);

}  // namespace http
