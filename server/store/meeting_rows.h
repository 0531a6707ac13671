#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/ports.h"

/// A meeting as typed rows: a table for every struct and every list of its describe(), a column for every member. The
/// caller holds the transaction.
namespace store {

class Connection;

/// The tables' SQL, made from describe(): schema.sql is held against it by a test.
std::string meetingSchema();

void insertMeeting(Connection& connection, const domain::Meeting& meeting);
void deleteMeeting(Connection& connection, std::string_view id);
std::optional<domain::Meeting> selectMeeting(Connection& connection, std::string_view id);

/// All, by id.
std::vector<domain::Meeting> selectMeetings(Connection& connection);
/// The parts of all meetings, by meeting and in their order there.
std::vector<workflow::PartOf<domain::Project>> selectProjects(Connection& connection);
std::vector<workflow::PartOf<domain::Team>> selectTeams(Connection& connection);
std::vector<workflow::PartOf<domain::Institution>> selectInstitutions(Connection& connection);

}  // namespace store
