#include "tests/support/command.h"

#include <sstream>

#include "base/civil_date.h"
#include "server/cli/run.h"
#include "server/cli/verb.h"

namespace support {

Outcome command(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment,
                const char* now) {
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
