#pragma once

#include <string>
#include <string_view>

#include "base/bytes.h"
#include "templates/value.h"

namespace workflow {

/// Reads JSON (RFC 8259). `file` names it in faults. Throws Error(data): not UTF-8, not JSON, a key twice in one
/// object, nesting over 64.
templates::Value readJson(base::ByteView json, std::string_view file);

/// A key as a step of a JSON pointer: "a/b" → "a~1b" (RFC 6901 section 3).
std::string pointerStep(std::string_view key);

/// The value as JSON in one line, the members of a map by name: the same value gives the same text.
std::string valueJson(const templates::Value& value);

}  // namespace workflow
