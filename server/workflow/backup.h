#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "server/workflow/manifest.h"
#include "server/workflow/ports.h"

/// A copy of a data folder in a folder of the same layout: akces.sqlite, archive/, keys/, trust/; with it backup.txt
/// and the manifest of all. Locks and setup links are no part of it.
namespace workflow {

/// What a database's copy says of itself.
struct DatabaseFacts {
    std::int64_t schema = 0;
    std::vector<std::string> objects{};  ///< the hashes that its rows name, each once, in order
    bool operator==(const DatabaseFacts&) const = default;
};

/// Copies of databases.
class DatabaseCopies {
public:
    virtual ~DatabaseCopies() = default;
    /// Writes what the database holds at one moment to a new file, durably; others may read and write meanwhile. Throws
    /// Error(unreadable), Error(cannotWrite), Error(busy).
    virtual void copy(const std::filesystem::path& database, const std::filesystem::path& target) = 0;
    /// Looks through a copy that nobody writes to, and leaves nothing beside it. Throws Error(unreadable) when it is
    /// damaged, Error(data) when its schema is newer or none of ours.
    virtual DatabaseFacts examine(const std::filesystem::path& copy) = 0;
};

/// Objects that can be copied while others are added.
struct BackupSource {
    DatabaseCopies& databases;
    Archive& archive;
    StoredObjects& objects;
    std::filesystem::path data{};
};

struct BackupSummary {
    base::Instant madeAt{};
    std::int64_t schema = 0;
    std::size_t objects = 0;
    std::size_t files = 0;            ///< with the objects; without the manifest
    std::vector<std::string> lost{};  ///< objects that the database names, and are not in the backup
    bool operator==(const BackupSummary&) const = default;
};

/// Writes a backup to `folder`, which must not be there yet; it appears whole or not at all. The database is copied
/// first: an object is there before its row, so all that the copy names are there. What is damaged is left out and
/// named. Needs no lock. Throws Error(cannotWrite), Error(unreadable), Error(data) for a newer schema.
BackupSummary createBackup(const BackupSource& source, const std::filesystem::path& folder, base::Instant at);

struct BackupCheck {
    BackupSummary summary{};
    std::vector<FileFault> faults{};  ///< of the backup's files
};

/// Hashes every file anew, looks through the database, and for every object that it names. Throws Error(unreadable)
/// when there is no backup of ours, Error(data) when it is one of a newer program or its manifest has faults.
BackupCheck checkBackup(DatabaseCopies& databases, const std::filesystem::path& folder);

/// Checks the backup, and makes the data folder of it: whole or not at all. Throws Error(unreadable) with all faults of
/// the backup's files, Error(conflict) when the data folder holds anything but a lock, Error(cannotWrite). The caller
/// holds the data folder's lock where there is one.
BackupSummary restoreBackup(DatabaseCopies& databases, const std::filesystem::path& folder,
                            const std::filesystem::path& data);

}  // namespace workflow
