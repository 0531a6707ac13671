#include "server/archive/content_store.h"

#include <algorithm>
#include <cctype>

#include "base/error.h"
#include "base/file.h"
#include "base/system_reason.h"
#include "signing/digest.h"

namespace archive {
namespace {

namespace fs = std::filesystem;
using base::say;

/// Whatever was archived was in memory once.
constexpr std::size_t kLargestObject = std::size_t{1} << 30;

std::string hashOf(base::ByteView bytes) { return base::hex(signing::sha256(bytes)); }

bool isHash(std::string_view name) {
    return name.size() == 64 && std::all_of(name.begin(), name.end(),
                                            [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isIntact(const fs::path& file, std::string_view sha256) {
    try {
        return hashOf(base::readFile(file, kLargestObject)) == sha256;
    } catch (const base::Error&) {
        return false;
    }
}

}  // namespace

ContentStore::ContentStore(const fs::path& data) : root_(data / "archive" / "sha256") {}

fs::path ContentStore::pathOf(std::string_view sha256) const { return root_ / sha256.substr(0, 2) / sha256; }

/// Remembered once it is there: one that could not be made is tried again.
void ContentStore::makeFolder(const fs::path& folder) {
    const std::lock_guard lock(making_);
    if (folders_.contains(folder)) return;
    base::makePrivateFolder(folder);
    folders_.insert(folder);
}

std::string ContentStore::put(base::ByteView object) {
    const std::string sha256 = hashOf(object);
    const fs::path file = pathOf(sha256);
    makeFolder(file.parent_path());
    if (isIntact(file, sha256)) {
        base::syncFolder(file.parent_path());  // its writer may have ended before doing so
    } else {
        base::writeFile(file, object, base::Durability::permanent);
    }
    return sha256;
}

base::Bytes ContentStore::get(std::string_view sha256) {
    const fs::path file = pathOf(sha256);
    if (!isHash(sha256) || !fs::exists(file))
        throw base::Error(base::ErrorCode::notFound, say("archive.no_object", {std::string(sha256)}));
    base::Bytes bytes = base::readFile(file, kLargestObject);
    if (hashOf(bytes) != sha256)
        throw base::Error(base::ErrorCode::unreadable, say("archive.damaged", {std::string(sha256)}));
    return bytes;
}

std::vector<workflow::Archive::Damage> ContentStore::check(const std::vector<std::string>& expected) {
    std::vector<Damage> found;
    std::set<std::string> present;
    std::error_code ended;
    for (auto entry = fs::recursive_directory_iterator(root_, ended); entry != fs::recursive_directory_iterator();
         entry.increment(ended)) {
        const fs::path& path = entry->path();
        const std::string name = path.filename().string();
        if (entry->is_regular_file() && base::isUnfinished(path)) {
            fs::remove(path, ended);
        } else if (isHash(name) && path == pathOf(name) && entry->is_regular_file()) {
            present.insert(name);
            if (!isIntact(path, name)) found.push_back({DamageKind::damaged, name});
        } else if (entry.depth() > 0 || !entry->is_directory() || name.size() != 2) {
            found.push_back({DamageKind::foreign, path.lexically_relative(root_).string()});
        }
    }
    for (const std::string& sha256 : std::set(expected.begin(), expected.end()))
        if (!present.contains(sha256)) found.push_back({DamageKind::missing, sha256});
    std::sort(found.begin(), found.end(),
              [](const Damage& left, const Damage& right) { return left.name < right.name; });
    return found;
}

std::vector<std::string> ContentStore::objects() {
    std::vector<std::string> found;
    std::error_code failed;
    auto entry = fs::recursive_directory_iterator(root_, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (isHash(name) && entry->path() == pathOf(name)) found.push_back(name);
    }
    if (failed && failed != std::errc::no_such_file_or_directory)
        throw base::Error(base::ErrorCode::unreadable,
                          say("file.unreadable", {root_.string(), base::systemReason(failed.value())}));
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace archive
