#pragma once

namespace keys {

/// The argument that makes a process of this program the signer.
inline constexpr const char* kSigner = "--holds-the-office-key";

/// The signer's life (server/process/part.h): alone opens the key's file, then answers the questions of
/// keys/protocol.h. Returns the exit status.
int runSigner() noexcept;

}  // namespace keys
