#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/meeting.h"

namespace store {

/// Meetings as they stand in the database: nearly every page asks for one, of some two dozen tables. Nobody but this
/// process writes there (DataFolder); whoever changes a meeting forgets it here. For one thread at a time.
class KnownMeetings {
public:
    static constexpr std::size_t kMost = 32;  ///< some 50 KB each

    /// Null where it is not kept; until the next call of another member.
    const domain::Meeting* find(std::string_view id) const;
    /// All of these; nothing where one of them is not kept.
    std::optional<std::vector<domain::Meeting>> all(const std::vector<std::string>& ids) const;
    void keep(const domain::Meeting& meeting);
    void forget(std::string_view id);

private:
    std::map<std::string, domain::Meeting, std::less<>> kept_{};
};

}  // namespace store
