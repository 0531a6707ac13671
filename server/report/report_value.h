#pragma once

#include <vector>

#include "server/report/indicators.h"
#include "templates/value.h"

namespace report {

/// The indicators as JSON: {"data": [{"meeting", "date", "name", "grade", "count", "at_least", "evidence": [{"text",
/// "record"}]}]}. Sums over all meetings have no "meeting", people no "record".
templates::Value indicatorsValue(std::vector<Indicator> indicators);

}  // namespace report
