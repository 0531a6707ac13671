#pragma once

#include <cstddef>

namespace process {

/// Whether this build watches itself (CMake's AKCES_SANITIZE).
#ifdef AKCES_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

/// Exit status of a process that asked for more memory than it may have.
inline constexpr int kOutOfMemory = 12;

/// Shuts this process in, for good: `memory` octets of address space (not under a sanitizer), no further descriptor, no
/// file, no socket, no process, no core dump; only system calls that computing and the descriptor `channel` need. What
/// else is called fails with EPERM. Asking for more memory ends the process with kOutOfMemory. Throws
/// Error(unavailable) where the system cannot do so.
void shutIn(int channel, std::size_t memory);

}  // namespace process
