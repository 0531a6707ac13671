#pragma once

#include "server/workflow/backup.h"

namespace store {

/// Copies of our databases by SQLite's online backup: a reader beside whoever writes, also in another process.
class DatabaseCopy : public workflow::DatabaseCopies {
public:
    void copy(const std::filesystem::path& database, const std::filesystem::path& target) override;
    workflow::DatabaseFacts examine(const std::filesystem::path& copy) override;
};

}  // namespace store
