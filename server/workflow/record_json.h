#pragma once

#include <string>
#include <string_view>

#include "server/domain/record.h"
#include "templates/value.h"

namespace workflow {

/// A record as a tree, and as one line of JSON without the line end: what `archive list --json` prints and packages
/// hold.
templates::Value recordValue(const domain::Record& record);
std::string recordJson(const domain::Record& record);

/// Reads recordJson's line. Throws Error(data) for anything else; unknown keys are faults.
domain::Record readRecord(std::string_view json);

}  // namespace workflow
