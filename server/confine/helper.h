#pragma once

namespace confine {

/// The argument that makes a process of this program the helper.
inline constexpr const char* kHelper = "--reads-untrusted-files";

/// The helper's life (server/process/part.h): answers the questions of confine/protocol.h. Returns the exit status.
int runHelper() noexcept;

}  // namespace confine
