#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/civil_date.h"
#include "base/message.h"
#include "server/domain/policy.h"

/// Who can come to the service and by which secret. A secret itself is in none of these: `secretHash` is the lower-case
/// hexadecimal SHA-256 of its text.
namespace domain {

/// A person with an account.
struct User {
    std::string id{};            ///< 16 letters and digits
    std::string name{};          ///< what they log in with; lower case, nobody else's
    std::string passwordHash{};  ///< Argon2id with its salt and parameters, as one text
    std::vector<Role> roles{};
    bool isDisabled = false;
    base::Instant madeAt{};
    bool operator==(const User&) const = default;
};

/// A log-in that was not ended yet.
struct Session {
    std::string secretHash{};
    std::string user{};
    base::Instant begunAt{};
    base::Instant expiresAt{};
    bool operator==(const Session&) const = default;
};

/// What a program comes with.
struct ApiToken {
    std::string id{};
    std::string secretHash{};
    std::string owner{};  ///< the user whose roles bound it
    std::string label{};  ///< the owner's own words
    std::vector<Scope> scopes{};
    base::Instant madeAt{};
    base::Instant expiresAt{};
    std::optional<base::Instant> revokedAt{};
    bool operator==(const ApiToken&) const = default;
};

/// The secret link of one signer. A signer has one at most that is not revoked.
struct SignerLink {
    std::string secretHash{};
    std::string signer{};
    base::Instant madeAt{};
    base::Instant expiresAt{};
    std::optional<base::Instant> revokedAt{};
    bool operator==(const SignerLink&) const = default;
};

/// The one-time secret of the first start.
struct SetupSecret {
    std::string secretHash{};
    base::Instant expiresAt{};
    bool operator==(const SetupSecret&) const = default;
};

inline constexpr std::size_t kShortestPassword = 12;  ///< characters; above NIST SP 800-63B's 8
inline constexpr std::size_t kLongestPassword = 256;
inline constexpr std::size_t kLongestUserName = 64;

/// The name as it is kept and looked up: A–Z become small.
std::string userName(std::string_view typed);

/// What is wrong with a user's name: only a–z, 0–9, ".", "_", "-" and "@", 64 at most.
std::optional<base::Message> nameFault(std::string_view name);

/// What is wrong with a password for this user: its length is all that is asked of it (NIST SP 800-63B section
/// 5.1.1.2), and that it does not hold the name.
std::optional<base::Message> passwordFault(std::string_view password, std::string_view name);

/// Whether a token or link still opens something at `now`.
template <class Credential>
bool isLive(const Credential& credential, base::Instant now) {
    return !credential.revokedAt && now < credential.expiresAt;
}

}  // namespace domain
