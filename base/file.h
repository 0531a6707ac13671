#pragma once

#include <cstddef>
#include <filesystem>

#include "base/bytes.h"

namespace base {

/// The whole file. Throws Error(unreadable) when it is missing, not a regular file, unreadable, or longer than `limit`.
Bytes readFile(const std::filesystem::path& file, std::size_t limit);

enum class Durability {
    plain,      ///< write and rename
    flushed,    ///< write, fsync, rename: there after a power cut once syncFolder() has returned
    durable,    ///< the same with fsync of the folder: there after a power cut
    permanent,  ///< durable, and nobody may write to it
    secret,     ///< durable, and nobody but its owner may read it or write to it
};

/// Writes under a temporary name in the same folder and renames: the file is there whole or not at all. Mode 0666, 0400
/// when permanent, 0600 when secret, less the umask. Throws Error(cannotWrite); nothing half-made stays.
void writeFile(const std::filesystem::path& file, ByteView bytes, Durability durability = Durability::plain);

/// Whether writeFile would have renamed it, had its process lived.
bool isUnfinished(const std::filesystem::path& file);

/// Makes the folder and its parents, there after a power cut; mode 0777 less the umask. Throws Error(cannotWrite).
void makeFolder(const std::filesystem::path& folder);

/// The same for our own data: mode 0700.
void makePrivateFolder(const std::filesystem::path& folder);

/// Removes whatever is there, with all that lies in it. Throws Error(cannotWrite).
void removeAll(const std::filesystem::path& path);

/// fsync of a folder, so that a name in it is there after a power cut. Where the file system cannot do so for folders,
/// nothing happens. Throws Error(cannotWrite).
void syncFolder(const std::filesystem::path& folder);

}  // namespace base
