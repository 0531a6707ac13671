#pragma once

#include <string>
#include <vector>

namespace base {
class Error;
}

namespace cli {

struct Console;

/// Runs one command, `words` without the program's name. Returns the exit code of design.md section 4 and never throws:
/// this is the one place where an exception becomes a sentence and a number.
int run(const std::vector<std::string>& words, Console& console) noexcept;

/// The exit code of a failure.
int exitCode(const base::Error& error);

}  // namespace cli
