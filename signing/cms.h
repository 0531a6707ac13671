#pragma once

#include "base/bytes.h"

namespace signing {

class Identity;

/// A detached SignedData (RFC 5652 section 5) over content with the SHA-256 `digest`: signed attributes content-type,
/// message-digest and signing-certificate-v2 (RFC 5035), no signing-time, the signer's certificate and chain.
base::Bytes signedData(const Identity& identity, base::ByteView digest);

}  // namespace signing
