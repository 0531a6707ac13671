#include "server/workflow/setup.h"

#include "server/workflow/secret.h"
#include "signing/random.h"

namespace workflow {
namespace {

constexpr std::chrono::hours kSetupLife{24};

}  // namespace

std::optional<std::string> Setup::offer() {
    const Secret secret = newSecret();
    bool isOffered = false;
    parts_.rows.transaction([&] {
        if (parts_.rows.hasUsers()) return;
        parts_.rows.setSetup(domain::SetupSecret{secret.hash, parts_.now() + kSetupLife});
        parts_.audit.record({domain::Actor::Kind::system, {}, {}, {}, {}}, {"setup.offer", "", "", ""});
        isOffered = true;
    });
    return isOffered ? std::optional(secret.text) : std::nullopt;
}

void Setup::requireOffered(std::string_view secret) const {
    const auto offered = parts_.rows.setup();
    const bool isRight = offered && !parts_.rows.hasUsers() && parts_.now() < offered->expiresAt &&
                         signing::isSameSecret(secretHash(secret), offered->secretHash);
    if (!isRight) throw base::Error(base::ErrorCode::secret, base::say("account.setup_wrong"));
}

domain::User Setup::finish(std::string_view secret, NewUser wanted, std::string_view address) {
    refuseIf(byAddress_.take(networkOf(address), parts_.now()));
    requireOffered(secret);  // before the password costs anything
    wanted.roles = {domain::Role::clerk, domain::Role::archivist, domain::Role::administrator};
    const domain::User user = madeUser(parts_, wanted);
    parts_.rows.transaction([&] {
        requireOffered(secret);  // of two at once, one is the first
        parts_.rows.saveUser(user);
        parts_.rows.setSetup(std::nullopt);
        parts_.audit.record({domain::Actor::Kind::anonymous, {}, {}, {}, {}},
                            {"setup.finish", "user", user.id, namesOf(user.roles)});
    });
    return user;
}

}  // namespace workflow
