#include "server/store/account_rows.h"

#include <algorithm>

#include "base/error.h"
#include "server/store/instant.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::ApiToken;
using domain::Session;
using domain::SetupSecret;
using domain::SignerLink;
using domain::User;

/// The words of one column for one owner, as the domain knows them, in its order. Throws Error(unreadable) for a word
/// that it does not know: nobody is to have less or more than was written.
template <class Named>
std::vector<Named> wordsOf(Connection& connection, const char* sql, std::string_view owner,
                           std::optional<Named> (*named)(std::string_view)) {
    std::vector<Named> words;
    Statement rows(connection, sql);
    rows.bind(owner);
    while (rows.step()) {
        const auto word = named(rows.text());
        if (!word) throw base::Error(base::ErrorCode::unreadable, base::say("store.damaged"));
        words.push_back(*word);
    }
    std::sort(words.begin(), words.end());
    return words;
}

template <class Named>
void replaceWords(Connection& connection, const char* removal, const char* insertion, std::string_view owner,
                  const std::vector<Named>& words) {
    Statement(connection, removal).bind(owner).step();
    for (const Named word : words) Statement(connection, insertion).bind(owner).bind(domain::name(word)).step();
}

User userOf(Connection& connection, Statement& row) {
    User user;
    user.id = row.text();
    user.name = row.text();
    user.passwordHash = row.text();
    user.isDisabled = row.number() != 0;
    user.madeAt = instantOf(row.number());
    user.roles = wordsOf(connection, "SELECT role FROM user_role WHERE user = ?", user.id, domain::role);
    return user;
}

ApiToken tokenOf(Connection& connection, Statement& row) {
    ApiToken token;
    token.id = row.text();
    token.secretHash = row.text();
    token.owner = row.text();
    token.label = row.text();
    token.madeAt = instantOf(row.number());
    token.expiresAt = instantOf(row.number());
    token.revokedAt = instantOf(row.numberOrNull());
    token.scopes = wordsOf(connection, "SELECT scope FROM api_token_scope WHERE token = ?", token.id, domain::scope);
    return token;
}

template <class Make>
auto oneOf(Connection& connection, std::string_view sql, std::string_view key, Make make)
    -> std::optional<decltype(make(connection, std::declval<Statement&>()))> {
    Statement row(connection, sql);
    if (!row.bind(key).step()) return std::nullopt;
    return make(connection, row);
}

template <class Make>
auto allOf(Connection& connection, Statement& rows, Make make) {
    std::vector<decltype(make(connection, rows))> all;
    while (rows.step()) all.push_back(make(connection, rows));
    return all;
}

const std::string kUsers = "SELECT id, name, password_hash, is_disabled, made_at FROM user WHERE ";
const std::string kTokens =
    "SELECT id, secret_hash, owner, label, made_at, expires_at, revoked_at FROM api_token WHERE ";

}  // namespace

void upsertUser(Connection& connection, const User& user) {
    Statement other(connection, "SELECT 1 FROM user WHERE name = ? AND id <> ?");
    if (other.bind(std::string_view(user.name)).bind(std::string_view(user.id)).step())
        throw base::Error(base::ErrorCode::conflict, base::say("account.name_taken"));
    Statement row(connection,
                  "INSERT INTO user (id, name, password_hash, is_disabled, made_at) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash, "
                  "is_disabled = excluded.is_disabled, made_at = excluded.made_at");
    row.bind(std::string_view(user.id)).bind(std::string_view(user.name)).bind(std::string_view(user.passwordHash));
    row.bind(std::int64_t{user.isDisabled}).bind(secondsOf(user.madeAt)).step();
    replaceWords(connection, "DELETE FROM user_role WHERE user = ?", "INSERT INTO user_role (user, role) VALUES (?, ?)",
                 user.id, user.roles);
}

std::optional<User> selectUser(Connection& connection, std::string_view id) {
    return oneOf(connection, kUsers + "id = ?", id, userOf);
}

std::optional<User> selectUserByName(Connection& connection, std::string_view name) {
    return oneOf(connection, kUsers + "name = ?", name, userOf);
}

std::vector<User> selectUsers(Connection& connection, const workflow::PageWish& page) {
    Statement rows(connection, kUsers + "id > ? ORDER BY id LIMIT ?");
    rows.bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    return allOf(connection, rows, userOf);
}

std::size_t countAdministrators(Connection& connection) {
    Statement row(
        connection,
        "SELECT count(*) FROM user JOIN user_role ON user_role.user = user.id WHERE role = ? AND NOT is_disabled");
    row.bind(domain::name(domain::Role::administrator)).step();
    return static_cast<std::size_t>(row.number());
}

bool hasUsers(Connection& connection) { return Statement(connection, "SELECT 1 FROM user LIMIT 1").step(); }

void insertSession(Connection& connection, const Session& session) {
    Statement row(connection, "INSERT INTO session (secret_hash, user, begun_at, expires_at) VALUES (?, ?, ?, ?)");
    row.bind(std::string_view(session.secretHash)).bind(std::string_view(session.user));
    row.bind(secondsOf(session.begunAt)).bind(secondsOf(session.expiresAt)).step();
}

std::optional<Session> selectSession(Connection& connection, std::string_view secretHash) {
    return oneOf(connection, "SELECT secret_hash, user, begun_at, expires_at FROM session WHERE secret_hash = ?",
                 secretHash, [](Connection&, Statement& row) {
                     Session session;
                     session.secretHash = row.text();
                     session.user = row.text();
                     session.begunAt = instantOf(row.number());
                     session.expiresAt = instantOf(row.number());
                     return session;
                 });
}

void deleteSession(Connection& connection, std::string_view secretHash) {
    Statement(connection, "DELETE FROM session WHERE secret_hash = ?").bind(secretHash).step();
}

void deleteSessionsOf(Connection& connection, std::string_view user, std::string_view exceptHash) {
    Statement(connection, "DELETE FROM session WHERE user = ? AND secret_hash <> ?").bind(user).bind(exceptHash).step();
}

void deleteSessionsExpiredBy(Connection& connection, base::Instant at) {
    Statement(connection, "DELETE FROM session WHERE expires_at <= ?").bind(secondsOf(at)).step();
}

void upsertToken(Connection& connection, const ApiToken& token) {
    Statement row(connection,
                  "INSERT INTO api_token (id, secret_hash, owner, label, made_at, expires_at, revoked_at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash, "
                  "owner = excluded.owner, label = excluded.label, made_at = excluded.made_at, "
                  "expires_at = excluded.expires_at, revoked_at = excluded.revoked_at");
    row.bind(std::string_view(token.id)).bind(std::string_view(token.secretHash)).bind(std::string_view(token.owner));
    row.bind(std::string_view(token.label)).bind(secondsOf(token.madeAt)).bind(secondsOf(token.expiresAt));
    row.bind(secondsOf(token.revokedAt)).step();
    replaceWords(connection, "DELETE FROM api_token_scope WHERE token = ?",
                 "INSERT INTO api_token_scope (token, scope) VALUES (?, ?)", token.id, token.scopes);
}

std::optional<ApiToken> selectToken(Connection& connection, std::string_view id) {
    return oneOf(connection, kTokens + "id = ?", id, tokenOf);
}

std::optional<ApiToken> selectTokenByHash(Connection& connection, std::string_view secretHash) {
    return oneOf(connection, kTokens + "secret_hash = ?", secretHash, tokenOf);
}

std::vector<ApiToken> selectTokensOf(Connection& connection, std::string_view owner, const workflow::PageWish& page) {
    Statement rows(connection, kTokens + "owner = ? AND id > ? ORDER BY id LIMIT ?");
    rows.bind(owner).bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    return allOf(connection, rows, tokenOf);
}

void insertLink(Connection& connection, const SignerLink& link) {
    Statement row(
        connection,
        "INSERT INTO signer_link (secret_hash, signer, made_at, expires_at, revoked_at) VALUES (?, ?, ?, ?, ?)");
    row.bind(std::string_view(link.secretHash)).bind(std::string_view(link.signer)).bind(secondsOf(link.madeAt));
    row.bind(secondsOf(link.expiresAt)).bind(secondsOf(link.revokedAt)).step();
}

std::optional<SignerLink> selectLink(Connection& connection, std::string_view secretHash) {
    const char* sql =
        "SELECT secret_hash, signer, made_at, expires_at, revoked_at FROM signer_link WHERE secret_hash = ?";
    return oneOf(connection, sql, secretHash, [](Connection&, Statement& row) {
        SignerLink link;
        link.secretHash = row.text();
        link.signer = row.text();
        link.madeAt = instantOf(row.number());
        link.expiresAt = instantOf(row.number());
        link.revokedAt = instantOf(row.numberOrNull());
        return link;
    });
}

void moveLinks(Connection& connection, std::string_view signer, std::string_view to) {
    Statement(connection, "UPDATE signer_link SET signer = ? WHERE signer = ?").bind(to).bind(signer).step();
}

bool revokeLinksOf(Connection& connection, std::string_view signer, base::Instant at) {
    Statement row(connection, "UPDATE signer_link SET revoked_at = ? WHERE signer = ? AND revoked_at IS NULL");
    row.bind(secondsOf(at)).bind(signer).step();
    return changedRows(connection) > 0;
}

std::optional<SetupSecret> selectSetup(Connection& connection) {
    Statement row(connection, "SELECT secret_hash, expires_at FROM setup");
    if (!row.step()) return std::nullopt;
    SetupSecret setup;
    setup.secretHash = row.text();
    setup.expiresAt = instantOf(row.number());
    return setup;
}

void replaceSetup(Connection& connection, const std::optional<SetupSecret>& setup) {
    execute(connection, "DELETE FROM setup");
    if (!setup) return;
    Statement row(connection, "INSERT INTO setup (only, secret_hash, expires_at) VALUES (1, ?, ?)");
    row.bind(std::string_view(setup->secretHash)).bind(secondsOf(setup->expiresAt)).step();
}

}  // namespace store
