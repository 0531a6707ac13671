#pragma once

#include <sqlite3.h>

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/workflow/account_ports.h"

/// Counted attempts as typed rows, as workflow::AccountStore says. The caller holds the transaction.
namespace store {

std::optional<workflow::Attempts> selectAttempts(sqlite3* connection, std::string_view what, std::string_view who);
void upsertAttempts(sqlite3* connection, const workflow::Attempts& attempts);
void deleteAttempts(sqlite3* connection, std::string_view what, std::string_view who);
void deleteAttemptsEndedBy(sqlite3* connection, base::Instant now);
/// Of those at this, so many stay, those that end last.
void keepLastAttempts(sqlite3* connection, std::string_view what, std::size_t most);

}  // namespace store
