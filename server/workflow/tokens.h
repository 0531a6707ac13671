#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/accounts.h"

namespace workflow {

/// An API token that somebody wants.
struct TokenWish {
    std::string label{};
    std::vector<domain::Scope> scopes{};
    base::Instant expiresAt{};
};

struct MadeToken {
    domain::ApiToken token{};
    std::string text{};  ///< "akces_…": shown this once
};

/// What a token's text begins with, so that people and scanners of secrets know it.
inline constexpr std::string_view kTokenPrefix = "akces_";
inline constexpr std::chrono::days kLongestTokenLife{366};

/// A user's API tokens.
class Tokens {
public:
    explicit Tokens(AccountParts parts) : parts_(std::move(parts)) {}

    /// Makes one for the user who asks. Throws Error(data) with all faults.
    MadeToken make(const domain::Actor& actor, const TokenWish& wish) { return make(actor, actor.id, wish); }
    /// The same for another user.
    MadeToken make(const domain::Actor& actor, const std::string& owner, const TokenWish& wish);

    std::vector<domain::ApiToken> list(std::string_view owner, const PageWish& page) {
        return parts_.rows.tokensOf(owner, page);
    }

    /// The token opens nothing from now on. Throws Error(notFound) also when it is not `owner`'s.
    void revoke(const domain::Actor& actor, std::string_view owner, std::string_view id);

private:
    AccountParts parts_;
};

}  // namespace workflow
