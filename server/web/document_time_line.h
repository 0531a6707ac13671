#pragma once

#include "templates/value.h"

namespace web {

/// What happened to a document, the oldest first, out of its own times, its signers' and its files': {"at", "text"}.
templates::Value::List timeLineOf(const templates::Value& document, const templates::Value::List& uploads);

}  // namespace web
