#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "server/workflow/account_ports.h"

namespace support {

/// Rows of accounts and of the audit trail in memory, under one transaction.
class MemoryAccounts : public workflow::AccountStore, public workflow::AuditStore {
public:
    MemoryAccounts();
    ~MemoryAccounts() override;
    void transaction(const std::function<void()>& work) override;

    void saveUser(const domain::User& user) override;
    std::optional<domain::User> user(std::string_view id) override;
    std::optional<domain::User> userByName(std::string_view name) override;
    std::vector<domain::User> users(const workflow::PageWish& page) override;
    std::size_t administratorCount() override;
    bool hasUsers() override;

    void addSession(const domain::Session& session) override;
    std::optional<domain::Session> session(std::string_view hash) override;
    void removeSession(std::string_view hash) override;
    void removeSessionsOf(std::string_view user, std::string_view exceptHash) override;
    void removeSessionsExpiredBy(base::Instant at) override;

    void saveToken(const domain::ApiToken& token) override;
    std::optional<domain::ApiToken> token(std::string_view id) override;
    std::optional<domain::ApiToken> tokenByHash(std::string_view hash) override;
    std::vector<domain::ApiToken> tokensOf(std::string_view owner, const workflow::PageWish& page) override;

    void addLink(const domain::SignerLink& link) override;
    std::optional<domain::SignerLink> linkByHash(std::string_view hash) override;
    void moveLinks(std::string_view signer, std::string_view to) override;
    bool revokeLinksOf(std::string_view signer, base::Instant at) override;

    std::optional<domain::SetupSecret> setup() override;
    void setSetup(const std::optional<domain::SetupSecret>& setup) override;

    std::optional<workflow::Attempts> attempts(std::string_view what, std::string_view who) override;
    void saveAttempts(const workflow::Attempts& attempts, base::Instant, std::size_t) override;
    void removeAttempts(std::string_view what, std::string_view who) override;

    void addEvent(const domain::AuditEvent& event) override;
    std::optional<domain::AuditEvent> lastEvent() override;
    std::vector<domain::AuditEvent> events(std::int64_t after, std::size_t limit) override;
    std::int64_t lastSequence() override;

    struct Rows {
        std::map<std::string, domain::User, std::less<>> users{};
        std::map<std::string, domain::Session, std::less<>> sessions{};
        std::map<std::string, domain::ApiToken, std::less<>> tokens{};
        std::map<std::string, domain::SignerLink, std::less<>> links{};
        std::optional<domain::SetupSecret> setup{};
        std::map<std::string, workflow::Attempts, std::less<>> attempts{};
        std::vector<domain::AuditEvent> events{};
        std::int64_t lastSequence = 0;
    };
    Rows rows{};
    bool isAuditFull = false;  ///< adding an event fails

private:
    template <class T>
    using Table = std::map<std::string, T, std::less<>>;

    template <class T>
    static std::optional<T> found(const Table<T>& table, std::string_view key) {
        const auto at = table.find(key);
        return at == table.end() ? std::nullopt : std::optional(at->second);
    }
    template <class T, class Is>
    static std::optional<T> firstOf(const Table<T>& table, const Is& is) {
        for (const auto& [id, one] : table)
            if (is(one)) return one;
        return std::nullopt;
    }
    template <class T, class Is>
    static std::vector<T> paged(const Table<T>& table, const workflow::PageWish& page, const Is& is) {
        std::vector<T> some;
        for (auto at = table.upper_bound(page.after); at != table.end() && some.size() < page.limit; ++at)
            if (is(at->second)) some.push_back(at->second);
        return some;
    }
};

}  // namespace support
