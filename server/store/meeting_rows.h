#pragma once

#include <sqlite3.h>

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/meeting.h"

/// A meeting as typed rows: a table for every struct and every list of its describe(), a column for every member. The
/// caller holds the transaction.
namespace store {

/// The tables' SQL, made from describe(): schema.sql is held against it by a test.
std::string meetingSchema();

void insertMeeting(sqlite3* connection, const domain::Meeting& meeting);
void deleteMeeting(sqlite3* connection, std::string_view id);
std::optional<domain::Meeting> selectMeeting(sqlite3* connection, std::string_view id);

}  // namespace store
