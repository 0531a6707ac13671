#pragma once

#include <sqlite3.h>

#include "server/workflow/service_ports.h"

/// Long work and kept answers as typed rows, as the ports say. The caller holds the transaction.
namespace store {

void upsertJob(sqlite3* connection, const domain::Job& job);
std::optional<domain::Job> selectJob(sqlite3* connection, std::string_view id);
std::vector<domain::Job> selectJobs(sqlite3* connection, const workflow::PageWish& page);
std::optional<domain::Job> selectOpenJob(sqlite3* connection, domain::JobKind kind);
std::optional<domain::Job> selectNextJob(sqlite3* connection);

void upsertAnswer(sqlite3* connection, std::string_view keyHash, const workflow::KeptAnswer& answer);
std::optional<workflow::KeptAnswer> selectAnswer(sqlite3* connection, std::string_view keyHash);
void deleteAnswersBefore(sqlite3* connection, base::Instant at);

}  // namespace store
