#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "server/workflow/account_ports.h"
#include "server/workflow/audit.h"
#include "server/workflow/password.h"

/// What the use cases of accounts are built of, and what they share.
namespace workflow {

struct AccountParts {
    AccountStore& rows;
    Audit& audit;
    const Passwords& passwords;
    Clock now{};
};

/// Somebody who is to get an account.
struct NewUser {
    std::string name{};
    std::string password{};
    std::vector<domain::Role> roles{};
};

/// Faults of what somebody sent, by JSON pointer; throws them all at once.
class AccountFaults {
public:
    explicit AccountFaults(std::vector<base::Fault> found = {}) : faults_(std::move(found)) {}
    void add(const char* pointer, const std::optional<base::Message>& message);
    /// Throws Error(data) when there was a fault.
    void throwIfAny();

private:
    std::vector<base::Fault> faults_;
};

/// What is wrong with what somebody is to log in with, at "/name" and "/password".
std::vector<base::Fault> loginFaults(std::string_view name, std::string_view password);

/// The user as they are kept, their password hashed; not yet in any row. Throws Error(data) with all faults.
domain::User madeUser(const AccountParts& parts, const NewUser& wanted);

/// The names with spaces between them, for the audit trail: "clerk archivist".
template <class Named>
std::string namesOf(const std::vector<Named>& all) {
    std::string names;
    for (const Named one : all) names += (names.empty() ? "" : " ") + std::string(domain::name(one));
    return names;
}

}  // namespace workflow
