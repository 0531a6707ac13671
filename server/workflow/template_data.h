#pragma once

#include <vector>

#include "base/message.h"
#include "server/domain/meeting.h"
#include "server/domain/office.h"
#include "templates/value.h"

/// What templates read, made of a meeting and the office's data; keys: templates/library/README.md. What is not known
/// is not there. Where both have a value the office's wins.
namespace workflow {

/// What every document of the meeting has, the joint declaration's partners and the attendance list's participants.
/// Adds a notice for each value of the meeting that the office's replaced.
templates::Value meetingData(const domain::Meeting& meeting, const domain::Office& office,
                             std::vector<base::Message>& notices);

/// Sets `partner` and `rep` of meetingData() to one party's, for its own declaration. Returns what was set.
templates::Value setPartner(templates::Value& data, const domain::Meeting& meeting, const domain::Participant& one);

/// The parties of individual declarations in their order: who gets one, the leader left out.
std::vector<const domain::Participant*> individualParties(const domain::Meeting& meeting, const domain::Office& office);

bool isJoint(const domain::Office& office);

}  // namespace workflow
