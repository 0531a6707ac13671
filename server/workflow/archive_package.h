#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/workflow/ports.h"

/// The whole archive as a folder that other programs can read: a BagIt 1.0 bag (RFC 8493) with data/objects/<sha256>,
/// data/meetings/*.json and data/records.jsonl.
namespace workflow {

struct PackageSummary {
    std::size_t records = 0;
    std::size_t objects = 0;
    std::size_t meetings = 0;
    std::vector<std::string> lost{};  ///< objects that are missing or damaged, and not in the package
    bool operator==(const PackageSummary&) const = default;
};

/// Writes the package to `folder`, which must not be there yet; it appears whole or not at all. What is damaged is left
/// out and named. Throws Error(cannotWrite).
PackageSummary exportArchive(Store& store, Archive& archive, const std::filesystem::path& folder);

/// Checks the declaration, every file against the manifest and every row (each id once, every record's own, its meeting
/// there) before anything is written; then objects, meetings and records, in this order. Throws Error(unreadable) or
/// Error(data) with all faults, Error(conflict) when the store holds what the package does not.
PackageSummary restoreArchive(Store& store, Archive& archive, const std::filesystem::path& folder);

std::string_view name(Archive::DamageKind kind);  ///< "damaged" …, for JSON

/// The files of the records whose document, snapshot or verdict this object is.
std::vector<std::string> filesWith(const std::vector<domain::Record>& records, std::string_view object);

/// The hashes that the records name: documents, snapshots, verdicts. Each once.
std::vector<std::string> expectedObjects(const std::vector<domain::Record>& records);

}  // namespace workflow
