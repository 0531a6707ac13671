#pragma once

#include <filesystem>

namespace workflow {

/// A folder that gets its name when all is in it, and is removed when it did not.
class UnfinishedFolder {
public:
    enum class Target {
        isNew,     ///< must not be there yet
        mayExist,  ///< as an empty folder, which this one replaces
    };

    /// Throws Error(cannotWrite) when a target that must be new is there.
    explicit UnfinishedFolder(const std::filesystem::path& target, Target kind = Target::isNew);
    UnfinishedFolder(const UnfinishedFolder&) = delete;
    UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;
    ~UnfinishedFolder();

    /// Makes the folder beside the target, for its owner alone.
    void make();
    const std::filesystem::path& path() const { return path_; }

    /// Gives it the target's name, durably; what lies in it is durable already. Throws Error(cannotWrite).
    void finish();

private:
    std::filesystem::path target_;
    std::filesystem::path path_{};
    bool finished_ = false;
};

}  // namespace workflow
