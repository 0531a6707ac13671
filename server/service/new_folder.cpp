#include "server/service/new_folder.h"

namespace service {

namespace fs = std::filesystem;

NewFolder::NewFolder(const fs::path& folder) {
    std::error_code hidden;  // what cannot be looked at was not made by us
    fs::path path = fs::absolute(folder / "", hidden).lexically_normal().parent_path();
    while (fs::symlink_status(path, hidden).type() == fs::file_type::not_found && path != path.parent_path()) {
        missing_ = path;
        path = path.parent_path();
    }
}

NewFolder::~NewFolder() {
    std::error_code ignored;
    if (!missing_.empty()) fs::remove_all(missing_, ignored);
}

}  // namespace service
