#include "server/workflow/identify.h"

#include "server/workflow/secret.h"
#include "server/workflow/tokens.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;

Actor Identify::bySession(std::string_view secret) const {
    const auto session = sessions_.find(secret);
    if (!session) return {};
    return {Actor::Kind::user, session->user.id, {}, session->user.roles, {}};
}

Actor Identify::byToken(std::string_view text) const {
    const auto wrong = [] { return Error(ErrorCode::secret, say("account.wrong_token")); };
    if (!text.starts_with(kTokenPrefix)) throw wrong();
    text.remove_prefix(kTokenPrefix.size());
    if (!isSecretText(text)) throw wrong();
    const auto token = parts_.rows.tokenByHash(secretHash(text));
    if (!token || !domain::isLive(*token, parts_.now())) throw wrong();
    const auto owner = parts_.rows.user(token->owner);
    if (!owner || owner->isDisabled) throw wrong();
    return {Actor::Kind::token, token->id, owner->id, owner->roles, token->scopes};
}

bool Identify::isLive(const domain::SignerLink& link, base::Instant now, LinkUse use) const {
    if (domain::isLive(link, now)) return true;
    if (link.revokedAt || use == LinkUse::act) return false;
    const auto until = copyUntil_(link.signer);
    return until && now < *until;
}

Actor Identify::byLink(std::string_view text, std::string_view address, LinkUse use) {
    const base::Instant now = parts_.now();
    // A text that is no secret is looked up all the same: one way for every wrong link.
    const auto link = parts_.rows.linkByHash(secretHash(text));
    if (!link || !isLive(*link, now, use)) {
        refuseIf(byAddress_.take(networkOf(address), now));
        throw Error(ErrorCode::notFound, say("account.no_link"));
    }
    return {Actor::Kind::link, link->signer, {}, {}, {}};
}

}  // namespace workflow
