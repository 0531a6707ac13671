#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/account.h"
#include "server/domain/audit_event.h"
#include "server/workflow/ports.h"

namespace workflow {

/// Attempts that count together: at what, and by whom.
struct Attempts {
    std::string what{};  ///< "link"
    std::string who{};   ///< a hash: an account or an address
    std::int64_t count = 0;
    base::Instant end{};  ///< when they are forgotten
};

/// Rows of users and of the secrets they come with. A secret is found by its hash alone.
class AccountStore : public virtual Transactions {
public:
    /// Adds or replaces the user with this id. Throws Error(conflict) when somebody else has the name.
    virtual void saveUser(const domain::User& user) = 0;
    virtual std::optional<domain::User> user(std::string_view id) = 0;
    virtual std::optional<domain::User> userByName(std::string_view name) = 0;
    virtual std::vector<domain::User> users(const PageWish& page) = 0;  ///< by id
    /// How many may still act as administrators.
    virtual std::size_t administratorCount() = 0;
    virtual bool hasUsers() = 0;

    virtual void addSession(const domain::Session& session) = 0;
    virtual std::optional<domain::Session> session(std::string_view secretHash) = 0;
    virtual void removeSession(std::string_view secretHash) = 0;
    /// All of this user but the one with this hash.
    virtual void removeSessionsOf(std::string_view user, std::string_view exceptHash) = 0;
    virtual void removeSessionsExpiredBy(base::Instant at) = 0;

    /// Adds or replaces the token with this id.
    virtual void saveToken(const domain::ApiToken& token) = 0;
    virtual std::optional<domain::ApiToken> token(std::string_view id) = 0;
    virtual std::optional<domain::ApiToken> tokenByHash(std::string_view secretHash) = 0;
    virtual std::vector<domain::ApiToken> tokensOf(std::string_view owner, const PageWish& page) = 0;  ///< by id

    virtual void addLink(const domain::SignerLink& link) = 0;
    virtual std::optional<domain::SignerLink> linkByHash(std::string_view secretHash) = 0;
    /// All of one signer's links are another's from now on.
    virtual void moveLinks(std::string_view signer, std::string_view to) = 0;
    /// Whether the signer had one that was not revoked.
    virtual bool revokeLinksOf(std::string_view signer, base::Instant at) = 0;

    virtual std::optional<domain::SetupSecret> setup() = 0;
    /// Replaces what there was; nothing: there is none any more.
    virtual void setSetup(const std::optional<domain::SetupSecret>& setup) = 0;

    virtual std::optional<Attempts> attempts(std::string_view what, std::string_view who) = 0;
    /// Adds or replaces those at this and by this one. Of those at the same, the ones whose end has come go, and of the
    /// others `most` stay, those that end last.
    virtual void saveAttempts(const Attempts& attempts, base::Instant now, std::size_t most) = 0;
    virtual void removeAttempts(std::string_view what, std::string_view who) = 0;
};

/// The audit trail's rows: they are added, and never changed or removed.
class AuditStore : public virtual Transactions {
public:
    virtual void addEvent(const domain::AuditEvent& event) = 0;
    virtual std::optional<domain::AuditEvent> lastEvent() = 0;
    /// Those behind this sequence, in their order.
    virtual std::vector<domain::AuditEvent> events(std::int64_t after, std::size_t limit) = 0;
    /// The greatest sequence that was ever given out, 0 before the first.
    virtual std::int64_t lastSequence() = 0;
};

}  // namespace workflow
