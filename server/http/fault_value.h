#pragma once

#include <functional>
#include <vector>

#include "base/error.h"
#include "templates/value.h"

namespace http {

/// The error's faults as a problem's "errors" has them: {"detail", "pointer", "line", "column"}, what is not known left
/// out; its sentence alone where it has none.
templates::Value::List faultValues(const base::Error& error);

/// Sentences for people.
templates::Value::List sentenceValues(const std::vector<base::Message>& messages);

/// For a dry run: what stands against `plan` as a list of faults. Errors of data and conflicts are faults; all others
/// are thrown on.
templates::Value::List faultsAgainst(const std::function<void()>& plan);

}  // namespace http
