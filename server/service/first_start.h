#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/workflow/draft_documents.h"
#include "server/workflow/setup.h"

namespace service {

/// While nobody has an account: a new one-time link, in DATA/setup-link.txt (for its owner alone) and returned. Once
/// somebody has, the file goes.
std::optional<std::string> setupLink(workflow::Setup& setup, const std::filesystem::path& data,
                                     const std::string& publicUrl);

void removeSetupLink(const std::filesystem::path& data);

/// Each sample meeting that is not there yet, with its documents as demonstrations. The ids of those made.
std::vector<std::string> importSamples(workflow::Store& meetings, workflow::Drafting& drafting);

}  // namespace service
