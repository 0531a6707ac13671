#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"

namespace templates {

struct Node;

/// Holds a template's tree against the language: which elements may stand where, with which attributes and values,
/// heading levels that do not jump, names of fields. Adds every fault.
void checkGrammar(const Node& root, std::vector<base::Fault>& faults);

}  // namespace templates
