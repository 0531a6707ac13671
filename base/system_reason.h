#pragma once

#include <string>

namespace base {

/// Why the system refused, to stand behind a colon in a sentence: „brak miejsca na dysku”. `number` is an errno.
std::string systemReason(int number);

}  // namespace base
