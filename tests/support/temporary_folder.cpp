#include "tests/support/temporary_folder.h"

#include <cstdlib>
#include <fstream>

namespace support {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "akces-test-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

const std::filesystem::path& TemporaryFolder::path() const { return path_; }

std::filesystem::path TemporaryFolder::operator/(std::string_view name) const { return path_ / name; }

std::string TemporaryFolder::write(std::string_view name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
}

}  // namespace support
