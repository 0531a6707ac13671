#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "server/workflow/ports.h"

namespace archive {

/// Objects in files, DATA/archive/sha256/ab/<hash>: read-only, never changed, each known by its own bytes. For any
/// number of threads.
/// The caller holds the lock of the data folder, unless it only asks for get() and objects().
class ContentStore : public workflow::Archive, public workflow::StoredObjects {
public:
    /// Makes nothing until the first put.
    explicit ContentStore(const std::filesystem::path& data);

    /// An object that is there already is kept; a damaged one is replaced. Throws Error(cannotWrite).
    std::string put(base::ByteView object) override;
    /// Throws Error(notFound), and Error(unreadable) also when the bytes are not those of the name.
    base::Bytes get(std::string_view sha256) override;
    /// Also removes what a process that ended in put left behind.
    std::vector<Damage> check(const std::vector<std::string>& expected) override;
    std::vector<std::string> objects() override;

private:
    std::filesystem::path pathOf(std::string_view sha256) const;

    void makeFolder(const std::filesystem::path& folder);

    std::filesystem::path root_;
    std::mutex making_{};
    std::set<std::filesystem::path> folders_{};  ///< made durable by this object
};

}  // namespace archive
