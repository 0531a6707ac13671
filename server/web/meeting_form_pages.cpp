#include <algorithm>

#include "server/domain/slug.h"
#include "server/web/desk.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr std::string_view kTexts[] = {"team__name",
                                       "team__name_gen",
                                       "team__purpose",
                                       "project__title",
                                       "project__number",
                                       "project__funding",
                                       "project__beneficiary",
                                       "project__goal",
                                       "meeting__title",
                                       "meeting__date",
                                       "meeting__time_from",
                                       "meeting__time_to",
                                       "meeting__venue__street",
                                       "meeting__venue__text_loc",
                                       "declaration__title",
                                       "declaration__validity_text"};
constexpr std::string_view kRequired[] = {"team__name", "team__name_gen", "project__title", "institutions__0__name"};
constexpr int kMostTries = 9;  // for an identifier that nobody has

std::string dotted(std::string_view name) {
    std::string path(name);
    for (auto at = path.find("__"); at != std::string::npos; at = path.find("__")) path.replace(at, 2, ".");
    return path;
}

Value::List linesOf(const Form& form, std::string_view name) {
    const Value body = form.body({std::string(name) + "*"});
    return listAt(body, dotted(name));
}

/// An item of the agenda for each line; one that was there keeps its note.
Value::List agendaOf(const Value& meeting, const Form& form) {
    Value::List agenda;
    const auto& old = listAt(meeting, "meeting.agenda");
    for (const Value& line : linesOf(form, "meeting__agenda")) {
        const auto isSame = [&](const Value& one) { return textAt(one, "title") == *line.text(); };
        const auto found = std::ranges::find_if(old, isSame);
        agenda.push_back(found == old.end() ? Value(Value::Map{{"title", line}}) : *found);
    }
    return agenda;
}

void putList(Value& meeting, const char* path, const char* key, Value::List list) {
    const Value* parent = meeting.at(path);
    if (!list.empty())
        meeting.set(std::string(path) + '.' + key, std::move(list));
    else if (parent != nullptr && parent->map() != nullptr) {
        Value changed = *parent;
        changed.map()->erase(key);
        meeting.set(path, std::move(changed));
    }
}

/// The town that the form names becomes the first of the meeting's and the one of its venue; one that was there under
/// another spelling (“Bedzin”) is spelt so from now on.
void putTown(Value& meeting, const std::string& name) {
    if (name == townOf(meeting)) return;
    if (name.empty()) return putText(meeting, "meeting.venue.locality_ref", "");
    const std::string id = domain::slug(name);
    Value::List towns = listAt(meeting, "localities");
    const auto found = std::ranges::find_if(towns, [&](const Value& one) { return textAt(one, "id") == id; });
    Value town;
    if (found != towns.end()) {
        town = std::move(*found);
        towns.erase(found);
    }
    town.set("id", id);
    town.set("name", name);
    towns.insert(towns.begin(), std::move(town));
    meeting.set("localities", std::move(towns));
    meeting.set("meeting.venue.locality_ref", id);
}

/// What the form holds put into the meeting; everything else of it stays.
void putForm(Value& meeting, const Form& form) {
    const std::string day = textAt(meeting, "meeting.date");
    for (const std::string_view name : kTexts) putText(meeting, dotted(name), form.text(name));
    putTown(meeting, form.text("localities__0__name"));
    if (textAt(meeting, "meeting.date") != day) putText(meeting, "meeting.date_text", "");
    putList(meeting, "meeting", "agenda", agendaOf(meeting, form));
    putList(meeting, "meeting", "purposes", linesOf(form, "meeting__purposes"));
}

Value newMeeting(const Form& form) {
    Value meeting = Value::Map{{"schema", "meeting/1"}, {"language", "pl"}};
    putForm(meeting, form);
    const std::string town = textAt(meeting, "meeting.venue.locality_ref");
    if (!town.empty()) meeting.set("team.locality_ref", town);
    const std::string name = form.text("institutions__0__name");
    Value leader = Value::Map{{"id", domain::slug(name)}, {"name", name}};
    putText(leader, "name_gen", form.text("institutions__0__name_gen"));
    putText(leader, "address", form.text("institutions__0__address"));
    if (!name.empty() || leader.map()->size() > 2) {  // an address without a name is a fault of the name
        putText(leader, "locality_ref", town);
        meeting.set("leadership",
                    Value::List{Value::Map{{"institution_ref", *leader.find("id")}, {"roles", Value::List{"leader"}}}});
        meeting.set("institutions", Value::List{std::move(leader)});
    }
    meeting.set("id", domain::slug((town.empty() ? form.text("team__name") : town) + ' ' + form.text("meeting__date")));
    return meeting;
}

/// What is said against spaces where a text must stand: a browser lets them pass. Good where nothing is.
Answer blankTexts(const Form& form) {
    Value::List errors;
    for (const std::string_view name : kRequired) {
        if (form.verbatim(name).empty() || !form.text(name).empty()) continue;
        std::string pointer = '/' + dotted(name);
        std::ranges::replace(pointer, '.', '/');
        errors.emplace_back(Value::Map{{"detail", words(say("json.missing"))}, {"pointer", pointer}});
    }
    if (errors.empty()) return {200};
    return {422, Value::Map{{"detail", words(say("data.faults"))}, {"errors", std::move(errors)}}};
}

Response showNew(const Visit& visit) {
    visit.get("/session");  // nobody is logged in: the log-in
    const Value office = visit.find("/office");
    const std::string leader = textAt(office, "leader.address");
    return visit.page("meeting_new",
                      {{"is_new", true},
                       {"title", words(say("web.new_meeting"))},
                       {"institutions__0__name", textAt(office, "controller.name")},
                       {"institutions__0__address", leader.empty() ? textAt(office, "controller.address") : leader}});
}

Response makeNew(const Visit& visit) {
    if (const Answer blank = blankTexts(visit.form()); !blank.isGood())
        return again(visit, blank, "meeting_new", {{"is_new", true}});
    Value meeting = newMeeting(visit.form());
    const std::string id = textAt(meeting, "id");
    Answer answer = visit.send("POST", "/meetings", meeting);
    for (int number = 2; answer.status == 409 && number <= kMostTries; ++number) {
        const std::string more = "-" + std::to_string(number);
        meeting.set("id", id + more);
        answer = visit.sendPart(more, "POST", "/meetings", meeting);
    }
    if (!answer.isGood()) return again(visit, answer, "meeting_new", {{"is_new", true}});
    return seeOther(doneAt(pagePath({"spotkania", textAt(meeting, "id")}), "saved"));
}

/// The form's file as the body of a change; the faults have their place in it.
Answer sendFile(const Visit& visit, const std::string& method, const std::string& target) {
    const auto file = visit.form().file("plik");
    return visit.sendRaw(method, target, "application/json", file ? file->content : base::ByteView());
}

Response readFile(const Visit& visit) {
    const Answer answer = sendFile(visit, "POST", "/meetings");
    if (!answer.isGood()) return again(visit, withPlaces(answer), "meeting_new", {{"is_new", true}});
    return seeOther(doneAt(pagePath({"spotkania", textAt(answer.body, "id")}), "saved"));
}

std::string chosenLeader(const Value& meeting) {
    for (const Value& one : listAt(meeting, "leadership"))
        for (const Value& role : listAt(one, "roles"))
            if (role.text() != nullptr && *role.text() == "leader") return textAt(one, "institution_ref");
    return {};
}

Value::List leaders(const Value& meeting, const std::string& chosen) {
    Value::List all;
    for (const Value& one : listAt(meeting, "institutions"))
        all.emplace_back(Value::Map{
            {"id", textAt(one, "id")}, {"name", textAt(one, "name")}, {"chosen", textAt(one, "id") == chosen}});
    return all;
}

void putLeader(Value& meeting, const std::string& leader) {
    if (leader == chosenLeader(meeting)) return;
    Value::List kept;
    for (const Value& one : listAt(meeting, "leadership"))
        if (textAt(one, "institution_ref") != chosenLeader(meeting)) kept.push_back(one);
    if (!leader.empty())
        kept.insert(kept.begin(), Value::Map{{"institution_ref", leader}, {"roles", Value::List{"leader"}}});
    meeting.set("leadership", std::move(kept));
}

Value::Map changeData(const Visit& visit, const Value& meeting, const std::string& leader) {
    Value::Map data = flat(meeting);
    std::string agenda;
    for (const Value& one : listAt(meeting, "meeting.agenda")) agenda += textAt(one, "title") + '\n';
    data["meeting__agenda"] = agenda;
    data["localities__0__name"] = townOf(meeting);
    data["leaders"] = leaders(meeting, leader);
    data["name"] = meetingName(meeting);
    data["base"] = meetingPath(visit);
    data["is_new"] = false;
    data["title"] = words(say("desk.change_meeting"));
    const Value issued = visit.find("/documents?limit=1&meeting=" + visit.captured(0));
    data["has_issued"] = !listAt(issued, "data").empty();
    return data;
}

Response showChange(const Visit& visit) {
    const Value meeting = visit.get(meetingTarget(visit));
    return visit.page("meeting_change", changeData(visit, meeting, chosenLeader(meeting)));
}

Response change(const Visit& visit) {
    Value meeting = visit.get(meetingTarget(visit));
    Value::Map before = changeData(visit, meeting, visit.form().text("leader"));
    if (const Answer blank = blankTexts(visit.form()); !blank.isGood())
        return again(visit, blank, "meeting_change", std::move(before));
    meeting.map()->erase("if_match");
    putForm(meeting, visit.form());
    putLeader(meeting, visit.form().text("leader"));
    const Answer answer = visit.send("PUT", meetingTarget(visit), meeting);
    if (!answer.isGood()) return again(visit, answer, "meeting_change", std::move(before));
    return seeOther(doneAt(meetingPath(visit), "saved"));
}

Response replace(const Visit& visit) {
    const Answer answer = sendFile(visit, "PUT", meetingTarget(visit));
    if (answer.isGood()) return seeOther(doneAt(meetingPath(visit), "saved"));
    const Value meeting = visit.get(meetingTarget(visit));
    return again(visit, withPlaces(answer), "meeting_change", changeData(visit, meeting, chosenLeader(meeting)));
}

Response remove(const Visit& visit) {
    return afterChange(visit.send("DELETE", meetingTarget(visit)), doneAt("/spotkania", "removed"));
}

Response download(const Visit& visit) {
    Response file = visit.file(meetingTarget(visit));
    const std::string name = domain::slug(visit.captured(0)) + ".json";
    file.fields.emplace_back("content-disposition", "attachment; filename=\"" + name + "\"");
    return file;
}

}  // namespace

std::vector<Page> meetingFormPages() {
    return {
        {"GET", "/spotkania/nowe", showNew},           {"POST", "/spotkania/nowe", makeNew},
        {"POST", "/spotkania/plik", readFile},         {"GET", "/spotkania/{id}/zmiana", showChange},
        {"POST", "/spotkania/{id}/zmiana", change},    {"POST", "/spotkania/{id}/plik", replace},
        {"POST", "/spotkania/{id}/usuniecie", remove}, {"GET", "/spotkania/{id}/dane.json", download},
    };
}

}  // namespace web
