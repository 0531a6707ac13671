#include "server/workflow/password.h"

#include <argon2.h>

#include "base/error.h"
#include "signing/random.h"

namespace workflow {
namespace {

constexpr std::uint32_t kSaltOctets = 16;  // RFC 9106 section 3.1
constexpr std::uint32_t kHashOctets = 32;

}  // namespace

Passwords::Passwords(PasswordCost cost) : cost_(cost), nobody_(hash(signing::randomOctets(kHashOctets))) {}

std::string Passwords::hash(std::string_view password) const {
    const base::Bytes salt = signing::randomOctets(kSaltOctets);
    const std::size_t length =
        argon2_encodedlen(cost_.passes, cost_.memoryKib, cost_.lanes, kSaltOctets, kHashOctets, Argon2_id);
    std::string encoded(length, '\0');
    const int result =
        argon2id_hash_encoded(cost_.passes, cost_.memoryKib, cost_.lanes, password.data(), password.size(), salt.data(),
                              salt.size(), kHashOctets, encoded.data(), encoded.size());
    if (result != ARGON2_OK)
        throw base::Error(base::ErrorCode::internal, base::say("account.no_hash", {argon2_error_message(result)}));
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool Passwords::matches(const std::string& hash, std::string_view password) const {
    const int result = argon2id_verify(hash.c_str(), password.data(), password.size());
    if (result == ARGON2_OK) return true;
    if (result == ARGON2_VERIFY_MISMATCH) return false;
    throw base::Error(base::ErrorCode::internal, base::say("account.no_hash", {argon2_error_message(result)}));
}

bool Passwords::matchesNobody(std::string_view password) const {
    (void)matches(nobody_, password);
    return false;
}

}  // namespace workflow
