#pragma once

#include <string>

#include "server/workflow/issue.h"

namespace cli {

/// A template that ships, by its name, or one from an XML file. Throws Error(data) with its faults, Error(unreadable)
/// when there is neither.
workflow::NamedTemplate templateOf(const std::string& nameOrFile);

}  // namespace cli
