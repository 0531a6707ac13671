#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/ports.h"

/// Meetings out of the rows that meeting_rows.h makes: one statement a table. The caller holds the transaction.
namespace store {

class Connection;

std::optional<domain::Meeting> selectMeeting(Connection& connection, std::string_view id);

/// All, by id.
std::vector<domain::Meeting> selectMeetings(Connection& connection);
std::vector<std::string> selectMeetingIds(Connection& connection);
/// The parts of all meetings, by meeting and in their order there.
std::vector<workflow::PartOf<domain::Project>> selectProjects(Connection& connection);
std::vector<workflow::PartOf<domain::Team>> selectTeams(Connection& connection);
std::vector<workflow::PartOf<domain::Institution>> selectInstitutions(Connection& connection);

}  // namespace store
