#pragma once

#include <string>

#include "server/domain/meeting.h"

namespace domain {

/// Whether a participant, the venue or the leadership is of the institution.
bool isInstitutionUsed(const Meeting& meeting, const std::string& id);

/// Whether an institution, the team or the venue is in the locality.
bool isLocalityUsed(const Meeting& meeting, const std::string& id);

}  // namespace domain
