#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "server/domain/policy.h"
#include "server/workflow/accounts.h"
#include "server/workflow/rate_limit.h"
#include "server/workflow/sessions.h"

namespace workflow {

/// Until when a signer's link gives the signed copy, whatever its own expiry; nothing while nothing is signed.
using CopyUntil = std::function<std::optional<base::Instant>(std::string_view signer)>;

/// What somebody wants of a link. When its own expiry has passed, it lets its holder look at the signed copy for a
/// while, and do nothing more.
enum class LinkUse { look, act };

/// From a secret to who asks. Nothing is written but the count of wrong links.
class Identify {
public:
    Identify(AccountParts parts, const Sessions& sessions, CopyUntil copyUntil,
             RateRule linkRule = {30, std::chrono::minutes(15), 10'000})
        : parts_(std::move(parts)),
          sessions_(sessions),
          copyUntil_(std::move(copyUntil)),
          byAddress_(parts_.rows, "link", linkRule) {}

    /// The session, while it lasts; nothing when it has ended, as a browser keeps a cookie for longer.
    std::optional<BegunSession> bySession(std::string_view secret) const { return sessions_.find(secret); }

    /// The token as its owner's roles and its scopes bound it. Throws Error(secret), the same for an unknown, an
    /// expired and a revoked one and one of a disabled user.
    domain::Actor byToken(std::string_view text) const;

    /// The signer. Throws Error(notFound), the same for an unknown, an expired and a revoked link, and
    /// instead Error(tooMany) when this address tried too many of those; a right one is let in all the same, so that
    /// nobody is kept out by others behind the same address.
    domain::Actor byLink(std::string_view text, std::string_view address, LinkUse use = LinkUse::act);

private:
    bool isLive(const domain::SignerLink& link, base::Instant now, LinkUse use) const;

    AccountParts parts_;
    const Sessions& sessions_;
    CopyUntil copyUntil_;
    RateLimit byAddress_;
};

}  // namespace workflow
