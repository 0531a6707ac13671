#pragma once

#include <functional>
#include <vector>

#include "base/bytes.h"
#include "server/http/router.h"
#include "templates/value.h"

namespace http {

/// What the routes of reports call.
struct ReportServices {
    std::function<templates::Value()> numbers{};  ///< report::indicatorsValue of all that is stored
    std::function<base::Bytes()> csv{};           ///< report::csvOf
    std::function<base::Bytes()> zip{};           ///< report::controlPack
};

/// /api/v1/reports.
std::vector<Route> reportRoutes(const ReportServices& services);

}  // namespace http
