#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <vector>

#include "server/domain/account.h"
#include "server/workflow/account_ports.h"

/// Accounts as typed rows, as workflow::AccountStore says. The caller holds the transaction.
namespace store {

void upsertUser(sqlite3* connection, const domain::User& user);
std::optional<domain::User> selectUser(sqlite3* connection, std::string_view id);
std::optional<domain::User> selectUserByName(sqlite3* connection, std::string_view name);
std::vector<domain::User> selectUsers(sqlite3* connection, const workflow::PageWish& page);
std::size_t countAdministrators(sqlite3* connection);
bool hasUsers(sqlite3* connection);

void insertSession(sqlite3* connection, const domain::Session& session);
std::optional<domain::Session> selectSession(sqlite3* connection, std::string_view secretHash);
void deleteSession(sqlite3* connection, std::string_view secretHash);
void deleteSessionsOf(sqlite3* connection, std::string_view user, std::string_view exceptHash);
void deleteSessionsExpiredBy(sqlite3* connection, base::Instant at);

void upsertToken(sqlite3* connection, const domain::ApiToken& token);
std::optional<domain::ApiToken> selectToken(sqlite3* connection, std::string_view id);
std::optional<domain::ApiToken> selectTokenByHash(sqlite3* connection, std::string_view secretHash);
std::vector<domain::ApiToken> selectTokensOf(sqlite3* connection, std::string_view owner,
                                             const workflow::PageWish& page);

void insertLink(sqlite3* connection, const domain::SignerLink& link);
std::optional<domain::SignerLink> selectLink(sqlite3* connection, std::string_view secretHash);
void moveLinks(sqlite3* connection, std::string_view signer, std::string_view to);
bool revokeLinksOf(sqlite3* connection, std::string_view signer, base::Instant at);

std::optional<domain::SetupSecret> selectSetup(sqlite3* connection);
void replaceSetup(sqlite3* connection, const std::optional<domain::SetupSecret>& setup);

}  // namespace store
