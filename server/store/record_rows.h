#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <vector>

#include "server/domain/record.h"
#include "server/workflow/ports.h"

/// Records as typed rows. The caller holds the transaction.
namespace store {

void insertRecord(sqlite3* connection, const domain::Record& record);

/// All of them, in the order in which they came.
std::vector<domain::Record> selectRecords(sqlite3* connection);

std::optional<domain::Record> selectRecord(sqlite3* connection, std::string_view id);
std::vector<domain::Record> selectRecords(sqlite3* connection, const workflow::PageWish& page);
bool hasRecords(sqlite3* connection, std::string_view meetingId);

}  // namespace store
