#pragma once

#include <string>
#include <vector>

#include "server/workflow/accounts.h"
#include "server/workflow/identify.h"
#include "server/workflow/links.h"
#include "server/workflow/sessions.h"
#include "server/workflow/setup.h"
#include "server/workflow/tokens.h"
#include "server/workflow/users.h"

namespace support {

inline constexpr const char* kPassword = "Będzin w listopadzie";
inline constexpr const char* kAddress = "192.0.2.7";
inline const domain::Actor kSystem{domain::Actor::Kind::system, {}, {}, {}, {}};

/// The cheapest Argon2id there is, so that tests need not wait.
inline constexpr workflow::PasswordCost kCheap{8, 1, 1};

/// All use cases of accounts over the given rows, at a time that the test sets.
template <class Rows>
struct Accounts {
    explicit Accounts(Rows& store) : rows(store) {}

    Rows& rows;
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    workflow::Clock clock = [this] { return now; };
    workflow::Passwords passwords{kCheap};
    workflow::Audit audit{rows, clock};
    workflow::AccountParts parts{rows, audit, passwords, clock};
    workflow::Setup setup{parts};
    workflow::Sessions sessions{parts};
    workflow::Users users{parts};
    workflow::Tokens tokens{parts};
    workflow::Links links{parts};
    std::optional<base::Instant> copyUntil{};   ///< of every signer
    std::vector<std::string> askedForCopies{};  ///< each signer of whom copyUntil was wanted
    workflow::Identify identify{parts, sessions, [this](std::string_view signer) {
                                    askedForCopies.emplace_back(signer);
                                    return copyUntil;
                                }};

    domain::User makeUser(const std::string& name, std::vector<domain::Role> roles) {
        return users.make(kSystem, {name, kPassword, std::move(roles)});
    }
    static domain::Actor actor(const domain::User& user) {
        return {domain::Actor::Kind::user, user.id, {}, user.roles, {}};
    }
    std::string logIn(const domain::User& user) { return sessions.begin(user.name, kPassword, kAddress).secret; }

    /// "user.make clerk" of each event.
    std::vector<std::string> told() {
        std::vector<std::string> lines;
        for (const auto& event : audit.events({0, 1000}))
            lines.push_back(event.action + (event.detail.empty() ? "" : " ") + event.detail);
        return lines;
    }
};

}  // namespace support
