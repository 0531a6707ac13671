#pragma once

#include <vector>

#include "server/http/router.h"
#include "server/workflow/photos.h"

namespace http {

/// What the routes of photos call; it must outlive them.
struct PhotoServices {
    workflow::Photos& photos;
};

/// /api/v1/meetings/{id}/photos.
std::vector<Route> photoRoutes(const PhotoServices& services);

}  // namespace http
