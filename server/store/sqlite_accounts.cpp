// Accounts, what opens them, and the audit trail.
#include "server/store/account_rows.h"
#include "server/store/attempt_rows.h"
#include "server/store/audit_rows.h"
#include "server/store/sqlite_state.h"

namespace store {

void SqliteStore::saveUser(const domain::User& user) {
    state_->writing([&](Connection& connection) { upsertUser(connection, user); });
}

std::optional<domain::User> SqliteStore::user(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectUser(connection, id); });
}

std::optional<domain::User> SqliteStore::userByName(std::string_view name) {
    return state_->reading([&](Connection& connection) { return selectUserByName(connection, name); });
}

std::vector<domain::User> SqliteStore::users(const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectUsers(connection, page); });
}

std::size_t SqliteStore::administratorCount() { return state_->reading(countAdministrators); }

bool SqliteStore::hasUsers() { return state_->reading(store::hasUsers); }

void SqliteStore::addSession(const domain::Session& session) {
    state_->writing([&](Connection& connection) { insertSession(connection, session); });
}

std::optional<domain::Session> SqliteStore::session(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectSession(connection, secretHash); });
}

void SqliteStore::removeSession(std::string_view secretHash) {
    state_->writing([&](Connection& connection) { deleteSession(connection, secretHash); });
}

void SqliteStore::removeSessionsOf(std::string_view user, std::string_view exceptHash) {
    state_->writing([&](Connection& connection) { deleteSessionsOf(connection, user, exceptHash); });
}

void SqliteStore::removeSessionsExpiredBy(base::Instant at) {
    state_->writing([&](Connection& connection) { deleteSessionsExpiredBy(connection, at); });
}

void SqliteStore::saveToken(const domain::ApiToken& token) {
    state_->writing([&](Connection& connection) { upsertToken(connection, token); });
}

std::optional<domain::ApiToken> SqliteStore::token(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectToken(connection, id); });
}

std::optional<domain::ApiToken> SqliteStore::tokenByHash(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectTokenByHash(connection, secretHash); });
}

std::vector<domain::ApiToken> SqliteStore::tokensOf(std::string_view owner, const workflow::PageWish& page) {
    return state_->reading([&](Connection& connection) { return selectTokensOf(connection, owner, page); });
}

void SqliteStore::addLink(const domain::SignerLink& link) {
    state_->writing([&](Connection& connection) { insertLink(connection, link); });
}

std::optional<domain::SignerLink> SqliteStore::linkByHash(std::string_view secretHash) {
    return state_->reading([&](Connection& connection) { return selectLink(connection, secretHash); });
}

void SqliteStore::moveLinks(std::string_view signer, std::string_view to) {
    state_->writing([&](Connection& connection) { store::moveLinks(connection, signer, to); });
}

bool SqliteStore::revokeLinksOf(std::string_view signer, base::Instant at) {
    bool hadOne = false;
    state_->writing([&](Connection& connection) { hadOne = store::revokeLinksOf(connection, signer, at); });
    return hadOne;
}

std::optional<domain::SetupSecret> SqliteStore::setup() { return state_->reading(selectSetup); }

void SqliteStore::setSetup(const std::optional<domain::SetupSecret>& setup) {
    state_->writing([&](Connection& connection) { replaceSetup(connection, setup); });
}

std::optional<workflow::Attempts> SqliteStore::attempts(std::string_view what, std::string_view who) {
    return state_->reading([&](Connection& connection) { return selectAttempts(connection, what, who); });
}

void SqliteStore::saveAttempts(const workflow::Attempts& attempts, base::Instant now, std::size_t most) {
    state_->writing([&](Connection& connection) {
        deleteAttemptsEndedBy(connection, attempts.what, now);
        upsertAttempts(connection, attempts);
        keepLastAttempts(connection, attempts.what, most);
    });
}

void SqliteStore::removeAttempts(std::string_view what, std::string_view who) {
    state_->writing([&](Connection& connection) { deleteAttempts(connection, what, who); });
}

void SqliteStore::addEvent(const domain::AuditEvent& event) {
    state_->writing([&](Connection& connection) { insertEvent(connection, event); });
}

std::optional<domain::AuditEvent> SqliteStore::lastEvent() { return state_->reading(selectLastEvent); }

std::vector<domain::AuditEvent> SqliteStore::events(std::int64_t after, std::size_t limit) {
    return state_->reading([&](Connection& connection) { return selectEvents(connection, after, limit); });
}

std::int64_t SqliteStore::lastSequence() { return state_->reading(selectLastSequence); }

}  // namespace store
