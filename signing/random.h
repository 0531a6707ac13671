#pragma once

#include <cstddef>

#include "base/bytes.h"

namespace signing {

/// Octets that nobody can foresee, from OpenSSL's generator. Throws Error(internal) when it gives none.
base::Bytes randomOctets(std::size_t count);

/// Whether the two are the same, in a time that does not tell where they differ (only that their lengths do).
bool isSameSecret(base::ByteView one, base::ByteView other);

}  // namespace signing
