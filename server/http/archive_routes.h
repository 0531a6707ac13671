#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/archive_records.h"

namespace http {

/// What the routes of the archive call; it must outlive them.
struct ArchiveServices {
    workflow::ArchiveRecords& records;
};

/// /api/v1/archive/records.
std::vector<Route> archiveRoutes(const ArchiveServices& services);

}  // namespace http
