#pragma once

#include <string>

#include "base/civil_date.h"

struct evp_pkey_st;

/// Which algorithms are still taken for safe, each with its end date (ETSI TS 119 312 v1.5.1, as EU DSS has it).
namespace signing {

/// Whether a digest of OpenSSL's number `nid` is safe at `at`: SHA-2 and SHA-3 are, SHA-224 until 2029, SHA-1 was until
/// 2012-08, RIPEMD-160 until 2014-08, MD5 until 2004-08.
bool isStrongDigest(int nid, base::Instant at);

/// Whether a public key is: RSA of 3,000 bits, 1,900 until 2029, 1,024 until 2009; curves of 256 bits; Ed25519, Ed448.
bool isStrong(const evp_pkey_st* key, base::Instant at);

/// "RSA-1024", "EC-192": for a sentence.
std::string keyName(const evp_pkey_st* key);

}  // namespace signing
