#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/accounts.h"

namespace workflow {

/// What of a user is to become another; what holds nothing stays.
struct UserChange {
    std::optional<std::vector<domain::Role>> roles{};
    std::optional<bool> isDisabled{};
};

/// What administrators do with accounts. A user is never removed: the audit trail names them by their id.
class Users {
public:
    explicit Users(AccountParts parts) : parts_(std::move(parts)) {}

    std::vector<domain::User> list(const PageWish& page) { return parts_.rows.users(page); }

    /// Throws Error(notFound).
    domain::User user(std::string_view id);

    /// The first user ends the setup secret. Throws Error(data) with all faults, Error(conflict) when the name is
    /// somebody's.
    domain::User make(const domain::Actor& actor, const NewUser& wanted);

    /// Roles count from the next request on; a disabled user's sessions end. Throws Error(notFound), Error(data) when
    /// no role is left, Error(conflict) when nobody would be an administrator any more.
    domain::User change(const domain::Actor& actor, std::string_view id, const UserChange& change);

    /// Gives the user a password to log in with; their sessions end. Throws Error(notFound), Error(data).
    void resetPassword(const domain::Actor& actor, std::string_view id, std::string_view password);

private:
    void changeRoles(const domain::Actor& actor, domain::User& user, std::vector<domain::Role> roles);
    void setDisabled(const domain::Actor& actor, domain::User& user, bool isDisabled);

    AccountParts parts_;
};

}  // namespace workflow
