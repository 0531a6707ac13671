#include "server/store/known_meetings.h"

namespace store {

const domain::Meeting* KnownMeetings::find(std::string_view id) const {
    const auto found = kept_.find(id);
    return found == kept_.end() ? nullptr : &found->second;
}

std::optional<std::vector<domain::Meeting>> KnownMeetings::all(const std::vector<std::string>& ids) const {
    std::vector<domain::Meeting> all;
    for (const std::string& id : ids) {
        const domain::Meeting* known = find(id);
        if (known == nullptr) return std::nullopt;
        all.push_back(*known);
    }
    return all;
}

void KnownMeetings::keep(const domain::Meeting& meeting) {
    if (kept_.size() >= kMost && !kept_.contains(meeting.id)) kept_.clear();  // those in use come back one by one
    kept_.insert_or_assign(meeting.id, meeting);
}

void KnownMeetings::forget(std::string_view id) {
    if (const auto found = kept_.find(id); found != kept_.end()) kept_.erase(found);
}

}  // namespace store
