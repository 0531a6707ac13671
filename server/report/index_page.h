#pragma once

#include <string>
#include <vector>

#include "server/report/indicators.h"

namespace report {

/// A document of the control pack: where it lies in it, and its record.
struct PackedDocument {
    std::string path{};  ///< in the ZIP; empty when the archive has lost it
    std::string verdictPath{};
    domain::Record record{};
};

/// The pack's index: numbers with their evidence, then documents with their verdicts and hashes. One HTML page without
/// script or foreign resources.
std::string indexPage(const std::vector<Indicator>& indicators, const std::vector<PackedDocument>& documents);

}  // namespace report
