#pragma once

#include "signing/openssl.h"

/// How much work a PKCS#12 file asks for before its password can be tried. For identity.cpp.
namespace signing {

/// Whether the iterations that its MAC and its encrypted parts state (RFC 7292 section 4, RFC 8018; of scrypt, RFC
/// 7914, N · r · p) can be read and are together at most ten million. What stands inside an encrypted part is not seen.
bool isAffordable(const PKCS12* container);

}  // namespace signing
