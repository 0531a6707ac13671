#pragma once

#include <filesystem>

namespace store {

/// The one lock on a data folder: who has it may read and write there, the service or one command.
class DataFolder {
public:
    /// Makes the folder (mode 0700) and takes the lock. Throws Error(busy) when
    /// another process has it, Error(cannotWrite) when it cannot be made.
    explicit DataFolder(std::filesystem::path folder);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    const std::filesystem::path& path() const { return folder_; }

private:
    std::filesystem::path folder_;
    int descriptor_ = -1;
};

}  // namespace store
