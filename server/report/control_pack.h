#pragma once

#include <string>
#include <vector>

#include "base/bytes.h"
#include "server/report/indicators.h"
#include "server/workflow/ports.h"

namespace report {

struct ControlPack {
    base::Bytes zip{};
    std::vector<std::string> lost{};  ///< hashes of what the archive has no more, or damaged
};

/// The control pack: index.html, report.csv, documents/, verdicts/, meetings/, and manifest-sha256.txt over all
/// of them ("hash  path", as sha256sum -c reads it). ASCII names. What the archive has lost stands in the index without
/// a link. `at` is the time of the files in it.
ControlPack controlPack(workflow::Store& store, workflow::Archive& archive, base::Instant at);

/// The numbers of all that is stored.
std::vector<Indicator> indicatorsOf(workflow::Store& store);

/// report.csv alone.
base::Bytes csvOf(workflow::Store& store);

}  // namespace report
