#pragma once

#include "signing/identity.h"
#include "signing/openssl.h"

namespace signing {

/// What people see of a certificate.
CertificateInfo certificateInfo(X509* certificate);

/// Its DER, as it came in.
base::Bytes certificateDer(X509* certificate);

/// Whether it may sign documents by its key usage: digitalSignature or nonRepudiation, or no such extension
/// (RFC 5280 section 4.2.1.3).
bool mayUseForSigning(X509* certificate);

/// Whether its issuer says that no revocation data will come (noRevAvail, RFC 9608).
bool hasNoRevocation(X509* certificate);

/// Whether it is for seals, not signatures: by its QcType (EN 319 412-5 section 4.2.3), else by a subject that names no
/// person and is an organisation by its identifier (EN 319 412-3 section 4.2.1) or by its common name, or an office's
/// own seal.
bool isForSeals(X509* certificate);

}  // namespace signing
