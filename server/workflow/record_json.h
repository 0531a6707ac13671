#pragma once

#include <string>
#include <string_view>

#include "server/domain/record.h"

namespace workflow {

/// A record as one line of JSON without the line end: what `archive list --json` prints and packages hold.
std::string recordJson(const domain::Record& record);

/// Reads recordJson's line. Throws Error(data) for anything else; unknown keys are faults.
domain::Record readRecord(std::string_view json);

}  // namespace workflow
