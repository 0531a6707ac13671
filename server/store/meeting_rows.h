#pragma once

#include <string>
#include <string_view>

#include "server/domain/meeting.h"

/// A meeting as typed rows: a table for every struct and every list of its describe(), a column for every member. The
/// caller holds the transaction.
namespace store {

class Connection;

/// The tables' SQL, made from describe(): schema.sql is held against it by a test.
std::string meetingSchema();

void insertMeeting(Connection& connection, const domain::Meeting& meeting);
void deleteMeeting(Connection& connection, std::string_view id);

}  // namespace store
