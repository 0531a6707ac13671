#pragma once

#include <cstddef>
#include <filesystem>

#include "base/bytes.h"

namespace base {

/// The whole file. Throws Error(unreadable) when it is missing, not a regular file, unreadable, or longer than `limit`.
Bytes readFile(const std::filesystem::path& file, std::size_t limit);

enum class Durability {
    plain,    ///< write and rename
    durable,  ///< write, fsync, rename, fsync of the folder: there after a power cut
};

/// Writes under a temporary name in the same folder and renames: the file is there whole or not at all. Mode 0600
/// less the umask for `durable`, 0666 less the umask otherwise. Throws Error(cannotWrite); nothing half-made stays.
void writeFile(const std::filesystem::path& file, ByteView bytes, Durability durability = Durability::plain);

/// Makes the folder and its parents. Throws Error(cannotWrite).
void makeFolder(const std::filesystem::path& folder);

/// fsync of a folder, so that a name in it is there after a power cut. Throws Error(cannotWrite).
void syncFolder(const std::filesystem::path& folder);

}  // namespace base
