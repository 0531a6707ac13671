#pragma once

#include "server/workflow/service_ports.h"

/// Long work and kept answers as typed rows, as the ports say. The caller holds the transaction.
namespace store {

class Connection;

void upsertJob(Connection& connection, const domain::Job& job);
std::optional<domain::Job> selectJob(Connection& connection, std::string_view id);
std::vector<domain::Job> selectJobs(Connection& connection, const workflow::PageWish& page);
std::optional<domain::Job> selectOpenJob(Connection& connection, domain::JobKind kind);
std::optional<domain::Job> selectNextJob(Connection& connection);

void upsertAnswer(Connection& connection, std::string_view keyHash, const workflow::KeptAnswer& answer);
std::optional<workflow::KeptAnswer> selectAnswer(Connection& connection, std::string_view keyHash);
void deleteAnswersBefore(Connection& connection, base::Instant at);

}  // namespace store
