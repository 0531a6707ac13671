#include <algorithm>

#include "server/http/answers.h"
#include "server/web/desk.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr std::string_view kTexts[] = {
    "institution_ref",   "function", "person__form_of_address", "person__rank", "person__first_name",
    "person__last_name", "note"};
constexpr std::string_view kRoles[] = {
    "partner", "strategic_partner", "signing_participant", "signatory", "leader_representative", "opened_meeting",
    "chair",   "recorder"};

std::string target(const Visit& visit) {
    return meetingTarget(visit, "/participants/" + http::segmentOf(visit.captured(1)));
}

std::string listPath(const Visit& visit) { return meetingPath(visit, "/uczestnicy"); }

bool holds(const Value::List& list, std::string_view text) {
    return std::ranges::any_of(list, [&](const Value& one) { return one.text() != nullptr && *one.text() == text; });
}

/// Every role that the form offers, and those that the participant has besides.
Value::List roles(const Value::List& chosen) {
    Value::List all;
    const auto add = [&](std::string_view code) {
        const Value one = Value::Map{{"roles", Value::List{code}}};
        all.emplace_back(Value::Map{{"code", code},
                                    {"text", textAt(dressedParticipant({}, one), "roles_text")},
                                    {"chosen", holds(chosen, code)}});
    };
    for (const std::string_view code : kRoles) add(code);
    for (const Value& one : chosen)
        if (one.text() != nullptr && std::ranges::find(kRoles, *one.text()) == std::end(kRoles)) add(*one.text());
    return all;
}

Value::Map formData(const Visit& visit, const Value& participant) {
    const Value meeting = visit.look(meetingTarget(visit));
    Value::Map data = flat(participant);
    Value::List houses;
    for (const Value& one : listAt(meeting, "institutions"))
        houses.emplace_back(Value::Map{{"id", textAt(one, "id")},
                                       {"name", textAt(one, "name")},
                                       {"chosen", textAt(one, "id") == textAt(participant, "institution_ref")}});
    data["houses"] = std::move(houses);
    data["choices"] = roles(listAt(participant, "roles"));
    data.erase("roles");
    data["base"] = meetingPath(visit);
    data["name"] = meetingName(meeting);
    data["who"] = textAt(dressedParticipant(meeting, participant), "name");
    data["is_new"] = false;
    data["title"] = words(say("desk.participant"));
    return data;
}

/// The form's fields put into the participant; everything else of it stays.
void putForm(Value& participant, const Form& form) {
    for (const std::string_view name : kTexts) {
        std::string path(name);
        if (const auto at = path.find("__"); at != std::string::npos) path.replace(at, 2, ".");
        putText(participant, path, form.text(name));
    }
    Value::List chosen;
    for (std::string& role : form.texts("roles")) chosen.emplace_back(std::move(role));
    if (chosen != listAt(participant, "roles")) putText(participant, "role_as_printed", "");
    participant.set("roles", std::move(chosen));
}

std::int64_t nextOrder(const Value& meeting) {
    std::int64_t last = 0;
    for (const Value& one : listAt(meeting, "participants"))
        if (const Value* order = one.find("order"); order != nullptr && order->integer() != nullptr)
            last = std::max(last, *order->integer());
    return last + 1;
}

Response list(const Visit& visit) {
    const Value meeting = visit.look(meetingTarget(visit));
    Value::List people;
    for (const Value& one : listAt(meeting, "participants")) {
        Value person = dressedParticipant(meeting, one);
        person.set("path", listPath(visit) + '/' + textAt(one, "order"));
        people.push_back(std::move(person));
    }
    Value::Map data{{"base", meetingPath(visit)}, {"name", meetingName(meeting)}, {"people", std::move(people)}};
    data["title"] = words(say("desk.participants"));
    return visit.page("participants", std::move(data));
}

Response showNew(const Visit& visit) {
    Value::Map data = formData(visit, Value::Map{{"roles", Value::List{"partner"}}});
    data["is_new"] = true;
    return visit.page("participant", std::move(data));
}

/// What was refused, with what was chosen and ticked.
Response refused(const Visit& visit, const Answer& answer, const Value& typed, bool isNew) {
    Value::Map data = formData(visit, typed);
    data["is_new"] = isNew;
    if (!isNew) data["if_match"] = textAt(visit.get(target(visit)), "if_match");
    return again(visit, answer, "participant", std::move(data));
}

Response add(const Visit& visit) {
    Value participant = Value::Map{{"order", nextOrder(visit.look(meetingTarget(visit)))}};
    putForm(participant, visit.form());
    const Answer answer = visit.send("POST", meetingTarget(visit, "/participants"), participant);
    if (!answer.isGood()) return refused(visit, answer, participant, true);
    return seeOther(doneAt(listPath(visit), "saved"));
}

Response show(const Visit& visit) { return visit.page("participant", formData(visit, visit.get(target(visit)))); }

Response change(const Visit& visit) {
    Value participant = visit.get(target(visit));
    participant.map()->erase("if_match");
    putForm(participant, visit.form());
    const Answer answer = visit.send("PUT", target(visit), participant);
    if (!answer.isGood()) return refused(visit, answer, participant, false);
    return seeOther(doneAt(listPath(visit), "saved"));
}

Response remove(const Visit& visit) {
    return afterChange(visit.send("DELETE", target(visit)), doneAt(listPath(visit), "removed"));
}

}  // namespace

std::vector<Page> participantPages() {
    const std::string all = "/spotkania/{id}/uczestnicy";
    return {
        {"GET", all, list},
        {"POST", all, add},
        {"GET", all + "/nowy", showNew},
        {"GET", all + "/{order}", show},
        {"POST", all + "/{order}", change},
        {"POST", all + "/{order}/usuniecie", remove},
    };
}

}  // namespace web
