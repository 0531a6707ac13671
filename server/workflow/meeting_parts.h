#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/meetings.h"

namespace workflow {

/// The people and institutions of one meeting, each by itself. A part is read as strictly as a whole meeting, and the
/// meeting with it must be one; faults have their pointer within the part. All throw Error(notFound) for a meeting or
/// part that is not there.
class MeetingParts {
public:
    explicit MeetingParts(MeetingPorts ports) : ports_(std::move(ports)) {}

    std::vector<domain::Participant> participants(std::string_view meetingId);  ///< by order
    domain::Participant participant(std::string_view meetingId, std::int64_t order);
    /// Throws Error(data), Error(conflict) when the order is somebody's.
    domain::Participant addParticipant(const domain::Actor& actor, std::string_view meetingId,
                                       const templates::Value& tree);
    /// Throws Error(data), also for another order, and as `expected` does.
    domain::Participant replaceParticipant(const domain::Actor& actor, std::string_view meetingId, std::int64_t order,
                                           const templates::Value& tree, const Expected& expected);
    void removeParticipant(const domain::Actor& actor, std::string_view meetingId, std::int64_t order,
                           const Expected& expected);

    std::vector<domain::Institution> institutions(std::string_view meetingId);  ///< by id
    domain::Institution institution(std::string_view meetingId, std::string_view id);
    /// Throws Error(data), Error(conflict) when the id is taken.
    domain::Institution addInstitution(const domain::Actor& actor, std::string_view meetingId,
                                       const templates::Value& tree);
    /// Throws Error(data), also for another id, and as `expected` does.
    domain::Institution replaceInstitution(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                                           const templates::Value& tree, const Expected& expected);
    /// Throws Error(conflict) while anything of the meeting refers to it.
    void removeInstitution(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                           const Expected& expected);

private:
    template <class Part>
    typename Part::Value add(const domain::Actor& actor, std::string_view meetingId, const templates::Value& tree);
    template <class Part>
    typename Part::Value replace(const domain::Actor& actor, std::string_view meetingId, const typename Part::Key& key,
                                 const templates::Value& tree, const Expected& expected);
    template <class Part>
    void remove(const domain::Actor& actor, std::string_view meetingId, const typename Part::Key& key,
                const Expected& expected);

    MeetingPorts ports_;
};

}  // namespace workflow
