#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/domain/audit_event.h"

/// The audit trail as typed rows, which triggers keep from being changed or removed. The caller holds the transaction.
namespace store {

class Connection;

void insertEvent(Connection& connection, const domain::AuditEvent& event);
std::optional<domain::AuditEvent> selectLastEvent(Connection& connection);
std::vector<domain::AuditEvent> selectEvents(Connection& connection, std::int64_t after, std::size_t limit);

/// The greatest sequence that was ever inserted, whether or not its row is still there.
std::int64_t selectLastSequence(Connection& connection);

}  // namespace store
