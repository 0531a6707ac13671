#pragma once

#include <string>
#include <string_view>

#include "server/workflow/accounts.h"
#include "server/workflow/rate_limit.h"

namespace workflow {

/// A session as who logged in gets it.
struct BegunSession {
    std::string secret{};  ///< for the cookie
    domain::User user{};
    base::Instant expiresAt{};
    std::chrono::seconds life{};  ///< until then
};

/// Who acts in the user's session.
domain::Actor actorOf(const domain::User& user);

/// How often a password may be tried. One address tries one account ten times: it cannot lock out whom it wants for
/// all others, which many addresses together still can, before they have guessed.
struct LogInLimits {
    RateRule pair{10, std::chrono::minutes(15), 10'000};  ///< an account from one address
    RateRule account{100, std::chrono::minutes(15), 10'000};
    RateRule address{30, std::chrono::minutes(15), 10'000};  ///< an office may come from one address
};

/// Logging in and out, and the own password.
class Sessions {
public:
    explicit Sessions(AccountParts parts, const LogInLimits& limits = {})
        : parts_(std::move(parts)),
          byPair_(parts_.rows, "login by account and address", limits.pair),
          byAccount_(parts_.rows, "login by account", limits.account),
          byAddress_(parts_.rows, "login by address", limits.address) {}

    /// Throws Error(secret), the same for a wrong password, an unknown name and a disabled user and after the same
    /// work, and Error(tooMany).
    BegunSession begin(std::string_view name, std::string_view password, std::string_view address);

    /// The session as `begin` gave it, while it lasts; nothing for any other text.
    std::optional<BegunSession> find(std::string_view secret) const;

    /// Ends the session; nothing happens where there is none.
    void end(const domain::Actor& actor, std::string_view secret);

    /// Every other session of the user ends. Throws Error(forbidden) when `current` is not the password, Error(data)
    /// when `wanted` cannot be one, Error(tooMany).
    void changePassword(const domain::Actor& actor, std::string_view secret, std::string_view current,
                        std::string_view wanted);

private:
    AccountParts parts_;
    RateLimit byPair_;
    RateLimit byAccount_;
    RateLimit byAddress_;
};

}  // namespace workflow
