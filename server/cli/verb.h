#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "server/cli/options.h"
#include "server/workflow/ports.h"

namespace cli {

/// What a verb has of the outside besides files.
struct Console {
    std::ostream& out;  ///< results
    std::ostream& err;  ///< messages
    workflow::Clock now;
    std::function<std::optional<std::string>(const char* name)> environment;
};

struct Verb {
    std::string_view name{};
    base::Message help{};
    std::vector<Option> options{};
    /// Returns the exit code (design.md section 4); throws base::Error.
    int (*run)(const Options& options, Console& console) = nullptr;
};

Verb archiveVerb();
Verb backupVerb();
Verb demoVerb();
Verb generateVerb();
Verb meetingVerb();
Verb reportVerb();
Verb serveVerb();
Verb signVerb();
Verb templateVerb();
Verb tokenVerb();
Verb userVerb();
Verb verifyVerb();

/// A sentence and a line end.
void print(std::ostream& out, const base::Message& message);

}  // namespace cli
