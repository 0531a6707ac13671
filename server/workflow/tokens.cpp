#include "server/workflow/tokens.h"

#include <algorithm>

#include "base/utf8.h"
#include "server/workflow/secret.h"

namespace workflow {
namespace {

using base::say;

constexpr std::size_t kLongestLabel = 100;

void check(const TokenWish& wish, base::Instant now) {
    AccountFaults faults;
    const std::size_t length = base::codePoints(wish.label).size();
    if (length == 0 || length > kLongestLabel)
        faults.add("/label", say("account.bad_label", {std::to_string(kLongestLabel)}));
    if (wish.scopes.empty()) faults.add("/scopes", say("account.no_scopes"));
    if (wish.expiresAt <= now || wish.expiresAt > now + kLongestTokenLife)
        faults.add("/expires_at", say("account.bad_expiry", {std::to_string(kLongestTokenLife.count())}));
    faults.throwIfAny();
}

}  // namespace

MadeToken Tokens::make(const domain::Actor& actor, const std::string& owner, const TokenWish& wish) {
    const base::Instant now = parts_.now();
    check(wish, now);
    const Secret secret = newSecret();
    domain::ApiToken token{newId(), secret.hash, owner, wish.label, wish.scopes, now, wish.expiresAt, {}};
    std::sort(token.scopes.begin(), token.scopes.end());
    token.scopes.erase(std::unique(token.scopes.begin(), token.scopes.end()), token.scopes.end());
    parts_.rows.transaction([&] {
        parts_.rows.saveToken(token);
        parts_.audit.record(actor, {"token.make", "token", token.id, namesOf(token.scopes)});
    });
    return {token, std::string(kTokenPrefix) + secret.text};
}

void Tokens::revoke(const domain::Actor& actor, std::string_view owner, std::string_view id) {
    parts_.rows.transaction([&] {
        auto token = parts_.rows.token(id);
        if (!token || token->owner != owner) throw base::Error(base::ErrorCode::notFound, say("account.no_token"));
        if (token->revokedAt) return;
        token->revokedAt = parts_.now();
        parts_.rows.saveToken(*token);
        parts_.audit.record(actor, {"token.revoke", "token", token->id, ""});
    });
}

}  // namespace workflow
