#include "server/workflow/sessions.h"

#include "server/workflow/secret.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::chrono::hours kSessionLife{12};  // a working day: nobody is thrown out at the table

}  // namespace

domain::Actor actorOf(const domain::User& user) { return {domain::Actor::Kind::user, user.id, {}, user.roles, {}}; }

BegunSession Sessions::begin(std::string_view name, std::string_view password, std::string_view address) {
    const base::Instant now = parts_.now();
    const std::string known = domain::userName(name);
    const std::string network = networkOf(address);
    const std::string pair = known + ' ' + network;  // a name has no space
    refuseIf(byAddress_.take(network, now));
    refuseIf(byPair_.take(pair, now));
    refuseIf(byAccount_.take(known, now));
    const auto user = parts_.rows.userByName(known);
    const bool isRight =
        user ? parts_.passwords.matches(user->passwordHash, password) : parts_.passwords.matchesNobody(password);
    if (!user || !isRight || user->isDisabled) throw Error(ErrorCode::secret, say("account.wrong_login"));
    byPair_.forget(pair);
    byAccount_.giveBack(known, now);
    byAddress_.giveBack(network, now);
    const Secret secret = newSecret();
    const domain::Session session{secret.hash, user->id, now, now + kSessionLife};
    parts_.rows.transaction([&] {
        const auto current = parts_.rows.user(user->id);
        // Disabled, or its password changed, while this one was checked.
        if (!current || current->isDisabled || current->passwordHash != user->passwordHash)
            throw Error(ErrorCode::secret, say("account.wrong_login"));
        parts_.rows.removeSessionsExpiredBy(now);
        parts_.rows.addSession(session);
        parts_.audit.record(actorOf(*user), {"session.begin", "user", user->id, ""});
    });
    return {secret.text, *user, session.expiresAt, kSessionLife};
}

std::optional<BegunSession> Sessions::find(std::string_view secret) const {
    if (!isSecretText(secret)) return std::nullopt;
    const auto session = parts_.rows.session(secretHash(secret));
    if (!session || parts_.now() >= session->expiresAt) return std::nullopt;
    auto user = parts_.rows.user(session->user);
    if (!user || user->isDisabled) return std::nullopt;
    return BegunSession{std::string(secret), std::move(*user), session->expiresAt, session->expiresAt - parts_.now()};
}

void Sessions::end(const domain::Actor& actor, std::string_view secret) {
    const std::string hash = secretHash(secret);
    parts_.rows.transaction([&] {
        const auto session = parts_.rows.session(hash);
        if (!session) return;
        parts_.rows.removeSession(hash);
        parts_.audit.record(actor, {"session.end", "user", session->user, ""});
    });
}

void Sessions::changePassword(const domain::Actor& actor, std::string_view secret, std::string_view current,
                              std::string_view wanted) {
    auto user = parts_.rows.user(actor.id);
    if (!user) throw Error(ErrorCode::notFound, say("account.no_user"));
    refuseIf(byPair_.take(user->name, parts_.now()));  // whoever holds a session, from wherever
    if (!parts_.passwords.matches(user->passwordHash, current))
        throw Error(ErrorCode::forbidden, say("account.wrong_password"));
    byPair_.forget(user->name);
    AccountFaults faults;
    faults.add("/new", domain::passwordFault(wanted, user->name));
    faults.throwIfAny();
    const std::string before = user->passwordHash, made = parts_.passwords.hash(wanted);
    parts_.rows.transaction([&] {
        user = parts_.rows.user(actor.id);
        if (!user || user->passwordHash != before) throw Error(ErrorCode::conflict, say("account.password_changed"));
        user->passwordHash = made;
        parts_.rows.saveUser(*user);
        parts_.rows.removeSessionsOf(user->id, secretHash(secret));
        parts_.audit.record(actor, {"password.change", "user", user->id, ""});
    });
}

}  // namespace workflow
