#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/message.h"
#include "server/domain/meeting.h"
#include "server/domain/record.h"

/// What a project's report counts. Every number has the list of what it was counted from.
namespace report {

/// A document by its record, or one of the meeting's people.
struct Evidence {
    std::string text{};
    std::string recordId{};  ///< empty for people
};

struct Indicator {
    std::string meetingId{};  ///< empty: over all meetings
    std::string date{};       ///< the meeting's, ISO
    base::Message name{};
    base::Message grade{};  ///< which degree of confirmation is counted (stopień potwierdzenia)
    std::size_t count = 0;
    bool isAtLeast = false;  ///< the source's list of people is open
    std::vector<Evidence> evidence{};
};

/// The records that count: of each meeting and file the latest verdict.
std::vector<domain::Record> latestRecords(const std::vector<domain::Record>& records);

/// Claims, signatures and documents of each meeting, then the sums over all. An institution counts once a meeting,
/// however many signatures or copies it has. Signatures of the demonstration are never among the real ones.
std::vector<Indicator> indicators(const std::vector<domain::Meeting>& meetings,
                                  const std::vector<domain::Record>& records);

}  // namespace report
