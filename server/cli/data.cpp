#include "server/cli/data.h"

#include "base/error.h"
#include "server/cli/input.h"
#include "server/cli/verb.h"

namespace cli {

Data::Data(const Options& options, const Console& console) : Data(dataFolder(options, console)) {}

void expectData(const Options& options, const Console& console, const std::filesystem::path& out) {
    const std::filesystem::path folder = dataFolder(options, console);
    std::error_code failed;
    if (!std::filesystem::exists(folder, failed))
        throw base::Error(base::ErrorCode::unreadable, base::say("cli.no_data", {folder.string()}));
    if (out.empty()) return;
    const auto inside = std::filesystem::weakly_canonical(out, failed)
                            .lexically_relative(std::filesystem::weakly_canonical(folder, failed));
    if (!failed && !inside.empty() && *inside.begin() != "..")
        throw base::Error(base::ErrorCode::usage, base::say("cli.inside_data", {out.string()}));
}

}  // namespace cli
