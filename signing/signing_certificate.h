#pragma once

#include "signing/openssl.h"

namespace signing {

/// Whether the value of a signing-certificate attribute (RFC 5035 section 3 with `defaultDigest` SHA-256, RFC 2634
/// section 5.4 with SHA-1) names `certificate` first, by its hash. False for null and for a malformed value.
bool isNamedFirst(const ASN1_TYPE* attribute, int defaultDigest, X509* certificate);

}  // namespace signing
