#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/message.h"
#include "signing/openssl.h"
#include "signing/validate.h"

namespace signing {

/// What the signed octets are to a CMS: detached content; the content's SHA-1 inside (adbe.pkcs7.sha1); or the subject
/// of a time-stamp token (RFC 3161), whose imprint is inside.
enum class CmsUse { detached, sha1Inside, timestamp };

/// What a CMS says about octets. Everything is filled as far as it could be determined.
struct CmsFinding {
    Integrity integrity = Integrity::unknown;
    std::string subIndication{};  ///< EN 319 102-1; empty where nothing is wrong
    std::vector<base::Message> reasons{};
    Certificate signer{};         ///< null where the CMS does not hold it
    Certificates certificates{};  ///< all of the CMS; may be null
    int digest = NID_undef;
    int boundBy = NID_undef;  ///< what binds the signed octets where that is another: SHA-1 inside, a token's imprint
    bool hasSigningCertificate = false;  ///< the attribute of RFC 5035 is there and fits the certificate
    bool hasBadSigningCertificate = false;
    bool hasSigningTime = false;
    std::size_t size = 0;                    ///< of its DER, in octets; 0 where it cannot be read
    bool hasPadding = false;                 ///< other octets than zero stand behind the CMS, where nothing signs them
    std::optional<base::Instant> time{};     ///< signing-time, or a token's genTime
    std::optional<base::Bytes> signature{};  ///< the signature value, which a signature time-stamp is about
    std::optional<base::Bytes> timestamp{};  ///< the first signature time-stamp token (RFC 3161 appendix A)
};

/// Judges `contents` (one DER or BER ContentInfo and zero octets behind it) over `parts`: only signedData, one
/// SignerInfo, content-type and message-digest once, the signature over the signed attributes (RFC 5652 section 5.4),
/// signing-certificate (RFC 5035). Never throws for what the octets hold.
CmsFinding verifyCms(base::ByteView contents, const std::vector<base::ByteView>& parts, CmsUse use);

}  // namespace signing
