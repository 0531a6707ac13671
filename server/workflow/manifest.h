#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/error.h"
#include "server/workflow/ports.h"

/// The list of a folder's files with their SHA-256, as sha256sum writes and BagIt (RFC 8493 section 2.1.3) wants it.
namespace workflow {

inline constexpr const char* kManifest = "manifest-sha256.txt";

struct ManifestLine {
    std::string sha256{};
    std::string file{};  ///< below the folder, with slashes
};

/// What is wrong with one file.
struct FileFault {
    using Kind = Archive::DamageKind;
    Kind kind = Kind::damaged;  ///< also one that cannot be read; foreign: not in the manifest, or twice
    std::string file{};
    base::Message message{};
};

/// "<hash>  data/a.pdf" with its line end.
std::string manifestLine(base::ByteView bytes, const std::string& file);

/// Throws Error(unreadable) when there is no manifest, Error(data) with all faults when it is malformed or names a file
/// that does not lie below the folder.
std::vector<ManifestLine> readManifest(const std::filesystem::path& folder);

/// Holds every file that the manifest names against its hash, none of them longer than `limit`; and finds what else
/// lies below folder/`below`.
std::vector<FileFault> manifestFaults(const std::filesystem::path& folder, const std::vector<ManifestLine>& lines,
                                      const std::filesystem::path& below, std::size_t limit);

}  // namespace workflow
