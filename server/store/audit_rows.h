#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "server/domain/audit_event.h"

/// The audit trail as typed rows, which triggers keep from being changed or removed. The caller holds the transaction.
namespace store {

void insertEvent(sqlite3* connection, const domain::AuditEvent& event);
std::optional<domain::AuditEvent> selectLastEvent(sqlite3* connection);
std::vector<domain::AuditEvent> selectEvents(sqlite3* connection, std::int64_t after, std::size_t limit);

/// The greatest sequence that was ever inserted, whether or not its row is still there.
std::int64_t selectLastSequence(sqlite3* connection);

}  // namespace store
