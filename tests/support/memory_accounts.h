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
    void transaction(const std::function<void()>& work) override {
        const Rows before = rows;
        try {
            work();
        } catch (...) {
            rows = before;
            throw;
        }
    }

    void saveUser(const domain::User& user) override {
        for (const auto& [id, other] : rows.users)
            if (id != user.id && other.name == user.name)
                throw base::Error(base::ErrorCode::conflict, base::say("account.name_taken"));
        rows.users[user.id] = user;
    }
    std::optional<domain::User> user(std::string_view id) override { return found(rows.users, id); }
    std::optional<domain::User> userByName(std::string_view name) override {
        return firstOf(rows.users, [&](const domain::User& one) { return one.name == name; });
    }
    std::vector<domain::User> users(const workflow::PageWish& page) override {
        return paged(rows.users, page, [](const domain::User&) { return true; });
    }
    std::size_t administratorCount() override {
        return static_cast<std::size_t>(std::count_if(rows.users.begin(), rows.users.end(), [](const auto& one) {
            const auto& roles = one.second.roles;
            return !one.second.isDisabled &&
                   std::find(roles.begin(), roles.end(), domain::Role::administrator) != roles.end();
        }));
    }
    bool hasUsers() override { return !rows.users.empty(); }

    void addSession(const domain::Session& session) override { rows.sessions[session.secretHash] = session; }
    std::optional<domain::Session> session(std::string_view hash) override { return found(rows.sessions, hash); }
    void removeSession(std::string_view hash) override { rows.sessions.erase(std::string(hash)); }
    void removeSessionsOf(std::string_view user, std::string_view exceptHash) override {
        std::erase_if(rows.sessions,
                      [&](const auto& one) { return one.second.user == user && one.first != exceptHash; });
    }
    void removeSessionsExpiredBy(base::Instant at) override {
        std::erase_if(rows.sessions, [&](const auto& one) { return one.second.expiresAt <= at; });
    }

    void saveToken(const domain::ApiToken& token) override { rows.tokens[token.id] = token; }
    std::optional<domain::ApiToken> token(std::string_view id) override { return found(rows.tokens, id); }
    std::optional<domain::ApiToken> tokenByHash(std::string_view hash) override {
        return firstOf(rows.tokens, [&](const domain::ApiToken& one) { return one.secretHash == hash; });
    }
    std::vector<domain::ApiToken> tokensOf(std::string_view owner, const workflow::PageWish& page) override {
        return paged(rows.tokens, page, [&](const domain::ApiToken& one) { return one.owner == owner; });
    }

    void addLink(const domain::SignerLink& link) override { rows.links[link.secretHash] = link; }
    std::optional<domain::SignerLink> linkByHash(std::string_view hash) override { return found(rows.links, hash); }
    void moveLinks(std::string_view signer, std::string_view to) override {
        for (auto& [hash, link] : rows.links)
            if (link.signer == signer) link.signer = to;
    }
    bool revokeLinksOf(std::string_view signer, base::Instant at) override {
        bool hadOne = false;
        for (auto& [hash, link] : rows.links) {
            if (link.signer != signer || link.revokedAt) continue;
            link.revokedAt = at;
            hadOne = true;
        }
        return hadOne;
    }

    std::optional<domain::SetupSecret> setup() override { return rows.setup; }
    void setSetup(const std::optional<domain::SetupSecret>& setup) override { rows.setup = setup; }

    std::optional<workflow::Attempts> attempts(std::string_view what, std::string_view who) override {
        return found(rows.attempts, std::string(what) + '/' + std::string(who));
    }
    void saveAttempts(const workflow::Attempts& attempts, base::Instant, std::size_t) override {
        rows.attempts[attempts.what + '/' + attempts.who] = attempts;
    }
    void removeAttempts(std::string_view what, std::string_view who) override {
        rows.attempts.erase(std::string(what) + '/' + std::string(who));
    }

    void addEvent(const domain::AuditEvent& event) override {
        if (isAuditFull) throw base::Error(base::ErrorCode::cannotWrite, base::say("store.not_written"));
        rows.events.push_back(event);
        rows.lastSequence = event.sequence;
    }
    std::optional<domain::AuditEvent> lastEvent() override {
        return rows.events.empty() ? std::nullopt : std::optional(rows.events.back());
    }
    std::vector<domain::AuditEvent> events(std::int64_t after, std::size_t limit) override {
        std::vector<domain::AuditEvent> some;
        for (const domain::AuditEvent& one : rows.events)
            if (one.sequence > after && some.size() < limit) some.push_back(one);
        return some;
    }
    std::int64_t lastSequence() override { return rows.lastSequence; }

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
