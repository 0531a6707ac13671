#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/office_data.h"

namespace http {

/// What the routes of the office call; all of it must outlive them.
struct OfficeServices {
    workflow::OfficeData& office;
    workflow::OfficeKey& key;
};

/// /api/v1/office and its certificate.
std::vector<Route> officeRoutes(const OfficeServices& services);

}  // namespace http
