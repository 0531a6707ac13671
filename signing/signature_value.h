#pragma once

#include <optional>
#include <vector>

#include "base/bytes.h"
#include "signing/openssl.h"

namespace signing {

/// The digest of OpenSSL's number `nid` over the parts one after another; nothing for an algorithm that is not known.
std::optional<base::Bytes> digestOf(int nid, const std::vector<base::ByteView>& parts);

enum class SignatureCheck { valid, invalid, unsupported };

/// Whether `signature` over `message` is made by `key` with the algorithm of a SignerInfo (RFC 5652 section 5.6): RSA
/// (RFC 3370, 4056), DSA, ECDSA (RFC 5753), Ed25519 and Ed448 (RFC 8419). `digest` is the SignerInfo's digest
/// algorithm; an algorithm that implies another one is invalid (RFC 8933).
SignatureCheck checkSignature(EVP_PKEY* key, const X509_ALGOR* algorithm, int digest,
                              const std::vector<base::ByteView>& message, base::ByteView signature);

}  // namespace signing
