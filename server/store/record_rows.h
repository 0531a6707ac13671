#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/domain/record.h"
#include "server/workflow/ports.h"

/// Records as typed rows. The caller holds the transaction.
namespace store {

class Connection;

void insertRecord(Connection& connection, const domain::Record& record);

/// All of them, in the order in which they came.
std::vector<domain::Record> selectRecords(Connection& connection);

std::optional<domain::Record> selectRecord(Connection& connection, std::string_view id);
std::vector<domain::Record> selectRecords(Connection& connection, const workflow::PageWish& page);
bool hasRecords(Connection& connection, std::string_view meetingId);

}  // namespace store
