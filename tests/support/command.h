#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "server/cli/run.h"
#include "server/cli/verb.h"

namespace support {

/// A command that ran in this process.
struct Outcome {
    int code = 0;
    std::string out{};
    std::string err{};
};

/// Runs `akces words...` at a fixed time with this environment.
inline Outcome command(const std::vector<std::string>& words,
                       const std::map<std::string, std::string>& environment = {},
                       const char* now = "2027-06-30T12:00:00Z") {
    std::ostringstream out, err;
    cli::Console console{out, err, [now] { return *base::parseInstant(now); },
                         [&environment](const char* name) {
                             const auto found = environment.find(name);
                             return found == environment.end() ? std::nullopt : std::optional(found->second);
                         }};
    const int code = cli::run(words, console);
    return {code, out.str(), err.str()};
}

}  // namespace support
