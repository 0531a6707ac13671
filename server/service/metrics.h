#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "server/http/counters.h"
#include "server/service/health.h"

namespace service {

struct Measured {
    http::GateCounts gate{};
    std::vector<Check> checks{};
    std::size_t readersStarted = 0;
};

/// The text that Prometheus reads (exposition format 0.0.4).
std::string metricsText(const Measured& measured);

}  // namespace service
