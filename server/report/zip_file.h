#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/civil_date.h"

namespace report {

/// Files under their names in one ZIP, all of this time. Throws Error(internal) where the ZIP cannot be made.
base::Bytes zipFile(const std::vector<std::pair<std::string, base::Bytes>>& files, base::Instant at);

}  // namespace report
