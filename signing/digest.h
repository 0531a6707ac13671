#pragma once

#include <initializer_list>

#include "base/bytes.h"

namespace signing {

/// SHA-256 (FIPS 180-4), 32 octets, over the parts one after another. The one hash of CMS, archive and identifiers.
base::Bytes sha256(std::initializer_list<base::ByteView> parts);
inline base::Bytes sha256(base::ByteView bytes) { return sha256({bytes}); }

}  // namespace signing
