#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/workflow/accounts.h"
#include "server/workflow/rate_limit.h"

namespace workflow {

/// The way to the first account.
class Setup {
public:
    explicit Setup(AccountParts parts) : parts_(std::move(parts)), byAddress_(parts_.rows, "setup", {}) {}

    /// While nobody has an account: a new one-time secret, good for a day, for the caller to put where only the
    /// installation's owner can read it; an earlier one ends. Nothing once somebody has.
    std::optional<std::string> offer();

    /// Makes the first user, an administrator who may also do a clerk's and an archivist's work, so that an office of
    /// one can begin; the secret ends. Throws Error(secret) for another or a used secret, Error(data) with all faults,
    /// Error(tooMany).
    domain::User finish(std::string_view secret, NewUser wanted, std::string_view address);

private:
    void requireOffered(std::string_view secret) const;

    AccountParts parts_;
    RateLimit byAddress_;
};

}  // namespace workflow
