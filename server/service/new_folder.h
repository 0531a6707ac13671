#pragma once

#include <filesystem>

namespace service {

/// Looks whether a folder is there before somebody makes it. Where it was not and the start fails, what was made of it
/// is removed again, with the folders above that were made for it.
class NewFolder {
public:
    explicit NewFolder(const std::filesystem::path& folder);
    /// Removes it, unless it was there before or keep() was called.
    ~NewFolder();
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    void keep() { missing_.clear(); }

private:
    std::filesystem::path missing_{};  ///< the first on the way to the folder that was not there
};

}  // namespace service
