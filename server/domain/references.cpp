#include "server/domain/references.h"

#include <algorithm>

namespace domain {

bool isInstitutionUsed(const Meeting& meeting, const std::string& id) {
    const auto isOf = [&id](const auto& one) { return one.institutionRef == id; };
    const bool isVenue = meeting.meeting && meeting.meeting->venue && isOf(*meeting.meeting->venue);
    return isVenue || std::any_of(meeting.participants.begin(), meeting.participants.end(), isOf) ||
           std::any_of(meeting.leadership.begin(), meeting.leadership.end(), isOf);
}

bool isLocalityUsed(const Meeting& meeting, const std::string& id) {
    const auto isIn = [&id](const auto& one) { return one.localityRef == id; };
    const bool isVenue = meeting.meeting && meeting.meeting->venue && isIn(*meeting.meeting->venue);
    return isVenue || (meeting.team && isIn(*meeting.team)) ||
           std::any_of(meeting.institutions.begin(), meeting.institutions.end(), isIn);
}

}  // namespace domain
