#pragma once

#include <vector>

#include "server/workflow/ports.h"

namespace store {

class Connection;

/// Meetings as a list shows them, by id, without reading each whole. The caller holds the transaction.
std::vector<workflow::MeetingSummary> selectSummaries(Connection& connection, const workflow::PageWish& page);
std::optional<workflow::MeetingSummary> selectSummary(Connection& connection, std::string_view meetingId);

}  // namespace store
