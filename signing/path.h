#pragma once

#include <string>
#include <vector>

#include "base/civil_date.h"
#include "base/message.h"
#include "signing/openssl.h"
#include "signing/validate.h"

namespace signing {

enum class KeyPurpose { documents, timestamps };

/// What is known of a certificate's trust at one time.
struct PathFinding {
    std::string subIndication{};  ///< EN 319 102-1; empty: trusted
    std::vector<base::Message> reasons{};
    bool reachesAnchor = false;
    bool demonstration = false;  ///< the anchor is a demonstration root
};

/// Builds a path (RFC 5280 section 6) from `leaf` over `others` to one of `anchors`, valid at `at`, with key usage,
/// algorithms by signing/policy. Nothing is fetched: a certificate that says nothing of revocation (RFC 9608) and has
/// no revocation data leaves the answer open (TRY_LATER), as do authorities between it and the anchor.
PathFinding checkPath(X509* leaf, STACK_OF(X509) * others, const TrustAnchors& anchors, base::Instant at,
                      KeyPurpose purpose);

}  // namespace signing
