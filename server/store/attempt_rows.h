#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "server/workflow/account_ports.h"

/// Counted attempts as typed rows, as workflow::AccountStore says. The caller holds the transaction.
namespace store {

class Connection;

std::optional<workflow::Attempts> selectAttempts(Connection& connection, std::string_view what, std::string_view who);
void upsertAttempts(Connection& connection, const workflow::Attempts& attempts);
void deleteAttempts(Connection& connection, std::string_view what, std::string_view who);
void deleteAttemptsEndedBy(Connection& connection, std::string_view what, base::Instant now);
/// Of those at this, so many stay, those that end last.
void keepLastAttempts(Connection& connection, std::string_view what, std::size_t most);

}  // namespace store
