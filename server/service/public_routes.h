#pragma once

#include <functional>
#include <vector>

#include "server/http/router.h"
#include "server/service/metrics.h"

namespace service {

/// What everybody may see of the service: "/", where a signer's link leads, the API's description, health, metrics.
std::vector<http::Route> publicRoutes(const Health& health, std::function<Measured()> measured);

}  // namespace service
