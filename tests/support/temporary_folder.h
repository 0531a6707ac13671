#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace support {

/// A new folder, removed with all it holds.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();
    const std::filesystem::path& path() const;
    std::filesystem::path operator/(std::string_view name) const;

    /// Writes a file and gives its path.
    std::string write(std::string_view name, std::string_view text) const;

private:
    std::filesystem::path path_{};
};

}  // namespace support
