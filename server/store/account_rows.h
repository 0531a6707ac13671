#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/domain/account.h"
#include "server/workflow/account_ports.h"

/// Accounts as typed rows, as workflow::AccountStore says. The caller holds the transaction.
namespace store {

class Connection;

void upsertUser(Connection& connection, const domain::User& user);
std::optional<domain::User> selectUser(Connection& connection, std::string_view id);
std::optional<domain::User> selectUserByName(Connection& connection, std::string_view name);
std::vector<domain::User> selectUsers(Connection& connection, const workflow::PageWish& page);
std::size_t countAdministrators(Connection& connection);
bool hasUsers(Connection& connection);

void insertSession(Connection& connection, const domain::Session& session);
std::optional<domain::Session> selectSession(Connection& connection, std::string_view secretHash);
void deleteSession(Connection& connection, std::string_view secretHash);
void deleteSessionsOf(Connection& connection, std::string_view user, std::string_view exceptHash);
void deleteSessionsExpiredBy(Connection& connection, base::Instant at);

void upsertToken(Connection& connection, const domain::ApiToken& token);
std::optional<domain::ApiToken> selectToken(Connection& connection, std::string_view id);
std::optional<domain::ApiToken> selectTokenByHash(Connection& connection, std::string_view secretHash);
std::vector<domain::ApiToken> selectTokensOf(Connection& connection, std::string_view owner,
                                             const workflow::PageWish& page);

void insertLink(Connection& connection, const domain::SignerLink& link);
std::optional<domain::SignerLink> selectLink(Connection& connection, std::string_view secretHash);
void moveLinks(Connection& connection, std::string_view signer, std::string_view to);
bool revokeLinksOf(Connection& connection, std::string_view signer, base::Instant at);

std::optional<domain::SetupSecret> selectSetup(Connection& connection);
void replaceSetup(Connection& connection, const std::optional<domain::SetupSecret>& setup);

}  // namespace store
