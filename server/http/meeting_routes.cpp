#include "server/http/meeting_routes.h"

#include "server/http/fault_value.h"
#include "server/http/handling.h"
#include "server/http/page.h"
#include "server/workflow/meeting_json.h"
#include "server/workflow/writing.h"

namespace http {
namespace {

using domain::Action;
using templates::Value;

Value summaryValue(const workflow::MeetingSummary& one) {
    Value::Map value{{"id", one.id}, {"participants", one.participants}, {"demonstration", one.isDemonstration}};
    const std::pair<const char*, const domain::Text*> texts[] = {
        {"title", &one.title}, {"date", &one.date}, {"team", &one.team}, {"project", &one.project}};
    for (const auto& [key, text] : texts)
        if (*text) value[key] = **text;
    return value;
}

Value listOf(const Value& meeting, const char* key) {
    const Value* list = meeting.find(key);
    return list == nullptr ? Value(Value::List{}) : *list;
}

Value::Map importValue(const workflow::PartnerImport& made) {
    const Value meeting = workflow::Writing::whole(made.meeting);
    return {{"participants", listOf(meeting, "participants")},
            {"institutions", listOf(meeting, "institutions")},
            {"notices", sentenceValues(made.notices)}};
}

class MeetingHandlers {
public:
    explicit MeetingHandlers(const MeetingServices& services) : meetings_(services.meetings) {}

    Response list(const Call& call) const {
        auto page = pageOf(call.query);
        auto wish = oneMore(page);
        wish.after = textAfter(page);
        return pageAnswer(page, meetings_.list(wish), summaryValue,
                          [](const workflow::MeetingSummary& one) { return cursorOf(one.id); });
    }
    Response show(const Call& call) const {
        const domain::Meeting meeting = meetings_.meeting(call.captured.at(0));
        if (!call.request.wantsTag) return valueAnswer(200, workflow::Writing::whole(meeting));
        Response response = answer(meeting);
        if (call.request.page != nullptr) response.tree = workflow::Writing::whole(meeting);
        return response;
    }
    Response summary(const Call& call) const {
        return valueAnswer(200, summaryValue(meetings_.summary(call.captured.at(0))));
    }
    Response make(const Call& call, const Value& tree) const {
        if (call.query.truth("dry_run")) return plan(tree);
        const domain::Meeting made = meetings_.make(call.actor, tree);
        return created(pathOf({"meetings", made.id}), answer(made));
    }
    Response replace(const Call& call, const Value& tree) const {
        return answer(meetings_.replace(call.actor, call.captured.at(0), tree, requiredMatch(call.request)));
    }
    Response remove(const Call& call) const {
        meetings_.remove(call.actor, call.captured.at(0), requiredMatch(call.request));
        return nothing();
    }
    Response importPartners(const Call& call) const {
        const std::string& id = call.captured.at(0);
        if (call.query.truth("dry_run")) return planPartners(id, call.request.body);
        return valueAnswer(
            200, importValue(meetings_.importPartners(call.actor, id, call.request.body, honouredMatch(call.request))));
    }

private:
    static Response answer(const domain::Meeting& meeting) {
        return withTag(json(200, workflow::meetingJson(meeting)));
    }
    Response plan(const Value& tree) const {
        Value::Map whole;
        whole["faults"] = faultsAgainst([&] { whole["meeting"] = workflow::Writing::whole(meetings_.planned(tree)); });
        return valueAnswer(200, whole);
    }
    Response planPartners(const std::string& id, base::ByteView csv) const {
        Value::Map whole{{"participants", Value::List{}}, {"institutions", Value::List{}}, {"notices", Value::List{}}};
        Value::List faults = faultsAgainst([&] { whole = importValue(meetings_.plannedPartners(id, csv)); });
        whole["faults"] = std::move(faults);
        return valueAnswer(200, whole);
    }

    workflow::Meetings& meetings_;
};

}  // namespace

std::vector<Route> meetingRoutes(const MeetingServices& services) {
    const Handling handle{MeetingHandlers(services)};
    return {
        {"GET", "/api/v1/meetings", Action::readMeetings, handle(&MeetingHandlers::list), kPage},
        {"POST", "/api/v1/meetings", Action::changeMeetings, handle(&MeetingHandlers::make), {"dry_run"}},
        {"GET", "/api/v1/meetings/{id}", Action::readMeetings, handle(&MeetingHandlers::show)},
        {"GET", "/api/v1/meetings/{id}/summary", Action::readMeetings, handle(&MeetingHandlers::summary)},
        {"PUT", "/api/v1/meetings/{id}", Action::changeMeetings, handle(&MeetingHandlers::replace)},
        {"DELETE", "/api/v1/meetings/{id}", Action::changeMeetings, handle(&MeetingHandlers::remove)},
        {"POST",
         "/api/v1/meetings/{id}/partners",
         Action::changeMeetings,
         withType("text/csv", handle(&MeetingHandlers::importPartners)),
         {"dry_run"}},
    };
}

}  // namespace http
