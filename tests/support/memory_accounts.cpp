#include "tests/support/memory_accounts.h"

namespace support {

void MemoryAccounts::transaction(const std::function<void()>& work) {
    const Rows before = rows;
    try {
        work();
    } catch (...) {
        rows = before;
        throw;
    }
}

void MemoryAccounts::saveUser(const domain::User& user) {
    for (const auto& [id, other] : rows.users)
        if (id != user.id && other.name == user.name)
            throw base::Error(base::ErrorCode::conflict, base::say("account.name_taken"));
    rows.users[user.id] = user;
}

std::optional<domain::User> MemoryAccounts::user(std::string_view id) { return found(rows.users, id); }

std::optional<domain::User> MemoryAccounts::userByName(std::string_view name) {
    return firstOf(rows.users, [&](const domain::User& one) { return one.name == name; });
}

std::vector<domain::User> MemoryAccounts::users(const workflow::PageWish& page) {
    return paged(rows.users, page, [](const domain::User&) { return true; });
}

std::size_t MemoryAccounts::administratorCount() {
    return static_cast<std::size_t>(std::count_if(rows.users.begin(), rows.users.end(), [](const auto& one) {
        const auto& roles = one.second.roles;
        return !one.second.isDisabled &&
               std::find(roles.begin(), roles.end(), domain::Role::administrator) != roles.end();
    }));
}

bool MemoryAccounts::hasUsers() { return !rows.users.empty(); }

void MemoryAccounts::addSession(const domain::Session& session) { rows.sessions[session.secretHash] = session; }

std::optional<domain::Session> MemoryAccounts::session(std::string_view hash) { return found(rows.sessions, hash); }

void MemoryAccounts::removeSession(std::string_view hash) { rows.sessions.erase(std::string(hash)); }

void MemoryAccounts::removeSessionsOf(std::string_view user, std::string_view exceptHash) {
    std::erase_if(rows.sessions, [&](const auto& one) { return one.second.user == user && one.first != exceptHash; });
}

void MemoryAccounts::removeSessionsExpiredBy(base::Instant at) {
    std::erase_if(rows.sessions, [&](const auto& one) { return one.second.expiresAt <= at; });
}

void MemoryAccounts::saveToken(const domain::ApiToken& token) { rows.tokens[token.id] = token; }

std::optional<domain::ApiToken> MemoryAccounts::token(std::string_view id) { return found(rows.tokens, id); }

std::optional<domain::ApiToken> MemoryAccounts::tokenByHash(std::string_view hash) {
    return firstOf(rows.tokens, [&](const domain::ApiToken& one) { return one.secretHash == hash; });
}

std::vector<domain::ApiToken> MemoryAccounts::tokensOf(std::string_view owner, const workflow::PageWish& page) {
    return paged(rows.tokens, page, [&](const domain::ApiToken& one) { return one.owner == owner; });
}

void MemoryAccounts::addLink(const domain::SignerLink& link) { rows.links[link.secretHash] = link; }

std::optional<domain::SignerLink> MemoryAccounts::linkByHash(std::string_view hash) { return found(rows.links, hash); }

void MemoryAccounts::moveLinks(std::string_view signer, std::string_view to) {
    for (auto& [hash, link] : rows.links)
        if (link.signer == signer) link.signer = to;
}

bool MemoryAccounts::revokeLinksOf(std::string_view signer, base::Instant at) {
    bool hadOne = false;
    for (auto& [hash, link] : rows.links) {
        if (link.signer != signer || link.revokedAt) continue;
        link.revokedAt = at;
        hadOne = true;
    }
    return hadOne;
}

std::optional<domain::SetupSecret> MemoryAccounts::setup() { return rows.setup; }

void MemoryAccounts::setSetup(const std::optional<domain::SetupSecret>& setup) { rows.setup = setup; }

std::optional<workflow::Attempts> MemoryAccounts::attempts(std::string_view what, std::string_view who) {
    return found(rows.attempts, std::string(what) + '/' + std::string(who));
}

void MemoryAccounts::saveAttempts(const workflow::Attempts& attempts, base::Instant, std::size_t) {
    rows.attempts[attempts.what + '/' + attempts.who] = attempts;
}

void MemoryAccounts::removeAttempts(std::string_view what, std::string_view who) {
    rows.attempts.erase(std::string(what) + '/' + std::string(who));
}

void MemoryAccounts::addEvent(const domain::AuditEvent& event) {
    if (isAuditFull) throw base::Error(base::ErrorCode::cannotWrite, base::say("store.not_written"));
    rows.events.push_back(event);
    rows.lastSequence = event.sequence;
}

std::optional<domain::AuditEvent> MemoryAccounts::lastEvent() {
    return rows.events.empty() ? std::nullopt : std::optional(rows.events.back());
}

std::vector<domain::AuditEvent> MemoryAccounts::events(std::int64_t after, std::size_t limit) {
    std::vector<domain::AuditEvent> some;
    for (const domain::AuditEvent& one : rows.events)
        if (one.sequence > after && some.size() < limit) some.push_back(one);
    return some;
}

std::int64_t MemoryAccounts::lastSequence() { return rows.lastSequence; }

MemoryAccounts::MemoryAccounts() = default;

MemoryAccounts::~MemoryAccounts() = default;

}  // namespace support
