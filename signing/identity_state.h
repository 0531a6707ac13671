#pragma once

#include "signing/identity.h"
#include "signing/openssl.h"

namespace signing {

struct Identity::State {
    Key key{};
    Certificate certificate{};
    Certificates chain{};  ///< further certificates of the file, may be null
    CertificateInfo info{};
};

/// An identity of parts that fit together. Throws Error(refused) when the key is not the certificate's.
Identity identityOf(Key key, Certificate certificate, Certificates chain);

}  // namespace signing
