#pragma once

#include <sqlite3.h>

#include <vector>

#include "server/workflow/ports.h"

namespace store {

/// Meetings as a list shows them, by id, without reading each whole. The caller holds the transaction.
std::vector<workflow::MeetingSummary> selectSummaries(sqlite3* connection, const workflow::PageWish& page);

}  // namespace store
