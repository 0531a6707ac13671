#pragma once

#include <sqlite3.h>

#include <vector>

#include "server/domain/record.h"

/// Records as typed rows. The caller holds the transaction.
namespace store {

void insertRecord(sqlite3* connection, const domain::Record& record);

/// All of them, in the order in which they came.
std::vector<domain::Record> selectRecords(sqlite3* connection);

}  // namespace store
