#pragma once

#include <cstddef>

#include "base/bytes.h"

namespace signing {

class Identity;

/// A detached SignedData (RFC 5652 section 5) over content with the SHA-256 `digest`: signed attributes content-type,
/// message-digest and signing-certificate-v2 (RFC 5035), no signing-time, the signer's certificate and chain.
base::Bytes signedData(const Identity& identity, base::ByteView digest);

/// Octets that no signedData of this identity exceeds.
std::size_t largestSignedData(const Identity& identity);

}  // namespace signing
