#include "server/workflow/accounts.h"

#include <algorithm>

#include "server/workflow/secret.h"

namespace workflow {

using base::Error;
using base::ErrorCode;
using base::say;

void AccountFaults::add(const char* pointer, const std::optional<base::Message>& message) {
    if (message) faults_.push_back({{{}, 0, 0, pointer}, *message});
}

void AccountFaults::throwIfAny() {
    if (!faults_.empty()) throw Error(ErrorCode::data, say("account.faults"), std::move(faults_));
}

std::vector<base::Fault> loginFaults(std::string_view name, std::string_view password) {
    const std::string known = domain::userName(name);
    std::vector<base::Fault> faults;
    if (auto fault = domain::nameFault(known)) faults.push_back({{{}, 0, 0, "/name"}, std::move(*fault)});
    if (auto fault = domain::passwordFault(password, known))
        faults.push_back({{{}, 0, 0, "/password"}, std::move(*fault)});
    return faults;
}

domain::User madeUser(const AccountParts& parts, const NewUser& wanted) {
    domain::User user;
    user.name = domain::userName(wanted.name);
    AccountFaults faults(loginFaults(wanted.name, wanted.password));
    if (wanted.roles.empty()) faults.add("/roles", say("account.no_roles"));
    faults.throwIfAny();
    user.id = newId();
    user.passwordHash = parts.passwords.hash(wanted.password);
    user.roles = wanted.roles;
    std::sort(user.roles.begin(), user.roles.end());
    user.roles.erase(std::unique(user.roles.begin(), user.roles.end()), user.roles.end());
    user.madeAt = parts.now();
    return user;
}

}  // namespace workflow
