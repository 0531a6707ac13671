#pragma once

#include <string_view>

#include "base/bytes.h"
#include "signing/identity.h"

namespace signing {

/// An identity as PEM: its key (PKCS#8; with a passphrase encrypted by AES-256), its certificate, its chain. Whoever
/// gets it cleanses it.
base::Bytes keyFile(const Identity& identity, std::string_view passphrase);

/// The identity of such a file. Throws Error(secret) for a wrong or missing passphrase, Error(unreadable) for what
/// holds no key with its certificate.
Identity fromKeyFile(base::ByteView pem, std::string_view passphrase);

/// Whether the file's key is encrypted.
bool isEncryptedKeyFile(base::ByteView pem);

/// Overwrites what was secret.
void cleanse(base::Bytes& secret);

}  // namespace signing
