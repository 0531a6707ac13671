#include "server/workflow/links.h"

#include "server/workflow/secret.h"

namespace workflow {

std::string Links::make(const domain::Actor& actor, std::string_view signer, base::Instant expiresAt) {
    const Secret secret = newSecret();
    const base::Instant now = parts_.now();
    parts_.rows.transaction([&] {
        parts_.rows.revokeLinksOf(signer, now);
        parts_.rows.addLink({secret.hash, std::string(signer), now, expiresAt, {}});
        parts_.audit.record(actor, {"link.make", "signer", std::string(signer), ""});
    });
    return secret.text;
}

void Links::revoke(const domain::Actor& actor, std::string_view signer) {
    parts_.rows.transaction([&] {
        if (!parts_.rows.revokeLinksOf(signer, parts_.now())) return;
        parts_.audit.record(actor, {"link.revoke", "signer", std::string(signer), ""});
    });
}

}  // namespace workflow
