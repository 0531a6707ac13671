#include "server/workflow/users.h"

#include <algorithm>

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;

domain::User Users::user(std::string_view id) {
    auto found = parts_.rows.user(id);
    if (!found) throw Error(ErrorCode::notFound, say("account.no_user"));
    return std::move(*found);
}

domain::User Users::make(const domain::Actor& actor, const NewUser& wanted) {
    const domain::User user = madeUser(parts_, wanted);
    parts_.rows.transaction([&] {
        parts_.rows.saveUser(user);
        if (parts_.rows.setup()) parts_.rows.setSetup(std::nullopt);
        parts_.audit.record(actor, {"user.make", "user", user.id, namesOf(user.roles)});
    });
    return user;
}

domain::User Users::change(const domain::Actor& actor, std::string_view id, const UserChange& change) {
    domain::User changed;
    parts_.rows.transaction([&] {
        changed = user(id);
        if (change.roles) changeRoles(actor, changed, *change.roles);
        if (change.isDisabled) setDisabled(actor, changed, *change.isDisabled);
        if (parts_.rows.administratorCount() == 0) throw Error(ErrorCode::conflict, say("account.last_administrator"));
    });
    return changed;
}

void Users::changeRoles(const domain::Actor& actor, domain::User& user, std::vector<domain::Role> roles) {
    AccountFaults faults;
    if (roles.empty()) faults.add("/roles", say("account.no_roles"));
    faults.throwIfAny();
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    if (roles == user.roles) return;
    user.roles = std::move(roles);
    parts_.rows.saveUser(user);
    parts_.audit.record(actor, {"user.roles", "user", user.id, namesOf(user.roles)});
}

void Users::setDisabled(const domain::Actor& actor, domain::User& user, bool isDisabled) {
    if (isDisabled == user.isDisabled) return;
    user.isDisabled = isDisabled;
    parts_.rows.saveUser(user);
    if (isDisabled) parts_.rows.removeSessionsOf(user.id, {});
    parts_.audit.record(actor, {isDisabled ? "user.disable" : "user.enable", "user", user.id, ""});
}

void Users::resetPassword(const domain::Actor& actor, std::string_view id, std::string_view password) {
    AccountFaults faults;
    faults.add("/password", domain::passwordFault(password, user(id).name));
    faults.throwIfAny();
    const std::string hash = parts_.passwords.hash(password);
    parts_.rows.transaction([&] {
        domain::User changed = user(id);
        changed.passwordHash = hash;
        parts_.rows.saveUser(changed);
        parts_.rows.removeSessionsOf(changed.id, {});
        parts_.audit.record(actor, {"password.reset", "user", changed.id, ""});
    });
}

}  // namespace workflow
