#pragma once

#include <cstddef>
#include <filesystem>

#include "base/bytes.h"

namespace base {

/// The whole file. Throws Error(unreadable) when it is missing, not a regular file, unreadable, or longer than `limit`.
Bytes readFile(const std::filesystem::path& file, std::size_t limit);

enum class Durability {
    plain,      ///< write and rename
    durable,    ///< write, fsync, rename, fsync of the folder: there after a power cut
    permanent,  ///< durable, and nobody may write to it
};

/// Writes under a temporary name in the same folder and renames: the file is there whole or not at all. Mode 0666,
/// 0600 when durable, 0400 when permanent, each less the umask. Throws Error(cannotWrite); nothing half-made stays.
void writeFile(const std::filesystem::path& file, ByteView bytes, Durability durability = Durability::plain);

/// Whether writeFile would have renamed it, had its process lived.
bool isUnfinished(const std::filesystem::path& file);

/// Makes the folder and its parents. Throws Error(cannotWrite).
void makeFolder(const std::filesystem::path& folder);

/// The same for our own data: mode 0700, and there after a power cut. Throws Error(cannotWrite).
void makeDurableFolder(const std::filesystem::path& folder);

/// fsync of a folder, so that a name in it is there after a power cut. Throws Error(cannotWrite).
void syncFolder(const std::filesystem::path& folder);

}  // namespace base
