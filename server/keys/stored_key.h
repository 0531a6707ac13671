#pragma once

#include <filesystem>
#include <string>

#include "base/civil_date.h"
#include "signing/identity.h"

namespace keys {

/// Where the office's key lies, and where it comes from. Empty paths are none.
struct KeySettings {
    std::filesystem::path file{};            ///< PEM, mode 0600: "keys/office.pem"
    std::filesystem::path passphraseFile{};  ///< UTF-8, one line end behind it does not count
    std::filesystem::path pkcs12{};          ///< to be imported; the key that was there stays beside it
    std::filesystem::path pkcs12PasswordFile{};
    std::string organisation{};  ///< for a key that is made
    bool operator==(const KeySettings&) const = default;
};

struct StoredKey {
    signing::Identity identity;
    bool hasPassphrase = false;
};

enum class WhenMissing { make, fail };

/// The key of `settings.file`: the imported one, the one that is there, or, where there is none, one made now. What is
/// written is durable before this returns. A key that is replaced stays as "office-<serial>.pem". Throws
/// Error(unreadable), Error(secret), Error(refused) for files that do not hold what they should, Error(cannotWrite).
StoredKey storedKey(const KeySettings& settings, WhenMissing whenMissing, base::Instant now);

}  // namespace keys
