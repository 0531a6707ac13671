#include "server/workflow/identify.h"

#include "server/workflow/secret.h"
#include "server/workflow/tokens.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Actor;

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
    const auto until = copyUntil_(link.signer);  // asked whatever the answer is worth: one work for every wrong link
    return !link.revokedAt && use == LinkUse::look && until && now < *until;
}

Actor Identify::byLink(std::string_view text, std::string_view address, LinkUse use) {
    const base::Instant now = parts_.now();
    // One way for every wrong link: a text that is no secret is looked up, and an unknown link is one of nobody that
    // expired long ago.
    const auto link = parts_.rows.linkByHash(secretHash(text));
    const bool opens = isLive(link.value_or(domain::SignerLink{}), now, use);
    if (!link || !opens) {
        refuseIf(byAddress_.take(networkOf(address), now));
        throw Error(ErrorCode::notFound, say("account.no_link"));
    }
    return {Actor::Kind::link, link->signer, {}, {}, {}};
}

}  // namespace workflow
