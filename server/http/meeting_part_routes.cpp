#include "server/http/meeting_part_routes.h"

#include <charconv>

#include "base/error.h"
#include "server/http/handling.h"
#include "server/http/page.h"
#include "server/workflow/writing.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;
using workflow::Writing;

/// The order that a path names. What is no number is nobody's.
std::int64_t orderOf(const std::string& segment) {
    std::int64_t order = 0;
    const auto [end, failed] = std::from_chars(segment.data(), segment.data() + segment.size(), order);
    if (failed != std::errc() || end != segment.data() + segment.size() || std::to_string(order) != segment)
        throw base::Error(base::ErrorCode::notFound, base::say("participant.unknown"));
    return order;
}

template <class Part>
Response answer(const Part& part) {
    return withTag(valueAnswer(200, Writing::whole(part)));
}

class PartHandlers {
public:
    explicit PartHandlers(const MeetingPartServices& services) : parts_(services.parts) {}

    Response participants(const Call& call) const {
        const auto page = pageOf(call.query);
        const std::int64_t after = numberAfter(page);
        return partAnswer(
            page, parts_.participants(call.captured.at(0)),
            [after](const domain::Participant& one) { return one.order > after; }, Writing::whole<domain::Participant>,
            [](const domain::Participant& one) { return std::to_string(one.order); });
    }
    Response participant(const Call& call) const {
        return answer(parts_.participant(call.captured.at(0), orderOf(call.captured.at(1))));
    }
    Response addParticipant(const Call& call, const Value& tree) const {
        const std::string& meeting = call.captured.at(0);
        const auto added = parts_.addParticipant(call.actor, meeting, tree);
        return created(pathOf({"meetings", meeting, "participants", std::to_string(added.order)}), answer(added));
    }
    Response replaceParticipant(const Call& call, const Value& tree) const {
        return answer(parts_.replaceParticipant(call.actor, call.captured.at(0), orderOf(call.captured.at(1)), tree,
                                                requiredMatch(call.request)));
    }
    Response removeParticipant(const Call& call) const {
        parts_.removeParticipant(call.actor, call.captured.at(0), orderOf(call.captured.at(1)),
                                 requiredMatch(call.request));
        return nothing();
    }

    Response institutions(const Call& call) const {
        const auto page = pageOf(call.query);
        const std::string after = textAfter(page);
        return partAnswer(
            page, parts_.institutions(call.captured.at(0)),
            [&after](const domain::Institution& one) { return one.id > after; }, Writing::whole<domain::Institution>,
            [](const domain::Institution& one) { return cursorOf(one.id); });
    }
    Response institution(const Call& call) const {
        return answer(parts_.institution(call.captured.at(0), call.captured.at(1)));
    }
    Response addInstitution(const Call& call, const Value& tree) const {
        const std::string& meeting = call.captured.at(0);
        const auto added = parts_.addInstitution(call.actor, meeting, tree);
        return created(pathOf({"meetings", meeting, "institutions", added.id}), answer(added));
    }
    Response replaceInstitution(const Call& call, const Value& tree) const {
        return answer(parts_.replaceInstitution(call.actor, call.captured.at(0), call.captured.at(1), tree,
                                                requiredMatch(call.request)));
    }
    Response removeInstitution(const Call& call) const {
        parts_.removeInstitution(call.actor, call.captured.at(0), call.captured.at(1), requiredMatch(call.request));
        return nothing();
    }

private:
    workflow::MeetingParts& parts_;
};

}  // namespace

std::vector<Route> meetingPartRoutes(const MeetingPartServices& services) {
    const Handling handle{PartHandlers(services)};
    const std::string people = "/api/v1/meetings/{id}/participants";
    const std::string houses = "/api/v1/meetings/{id}/institutions";
    return {
        {"GET", people, Action::readMeetings, handle(&PartHandlers::participants), kPage},
        {"POST", people, Action::changeMeetings, handle(&PartHandlers::addParticipant)},
        {"GET", people + "/{order}", Action::readMeetings, handle(&PartHandlers::participant)},
        {"PUT", people + "/{order}", Action::changeMeetings, handle(&PartHandlers::replaceParticipant)},
        {"DELETE", people + "/{order}", Action::changeMeetings, handle(&PartHandlers::removeParticipant)},
        {"GET", houses, Action::readMeetings, handle(&PartHandlers::institutions), kPage},
        {"POST", houses, Action::changeMeetings, handle(&PartHandlers::addInstitution)},
        {"GET", houses + "/{institution}", Action::readMeetings, handle(&PartHandlers::institution)},
        {"PUT", houses + "/{institution}", Action::changeMeetings, handle(&PartHandlers::replaceInstitution)},
        {"DELETE", houses + "/{institution}", Action::changeMeetings, handle(&PartHandlers::removeInstitution)},
    };
}

}  // namespace http
