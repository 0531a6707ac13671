#include <algorithm>
#include <map>
#include <utility>

#include "base/bytes.h"
#include "server/web/desk.h"
#include "server/workflow/csv.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr const char* kDryRun = "?dry_run=true";

Value::Map pageData(const Visit& visit) {
    const Value meeting = visit.get(meetingTarget(visit));
    return {{"base", meetingPath(visit)},
            {"name", meetingName(meeting)},
            {"if_match", textAt(meeting, "if_match")},
            {"title", words(say("desk.partner_list"))}};
}

/// The people of the list with their institution's name, those who stay without a list too.
Value::List people(const Value& plan) {
    Value::List all;
    for (const Value& one : listAt(plan, "participants")) all.push_back(dressedParticipant(plan, one));
    return all;
}

bool isPartner(const Value& person) {
    const auto& roles = listAt(person, "roles");
    return std::ranges::any_of(roles, [](const Value& role) {
        return role.text() != nullptr && (*role.text() == "partner" || *role.text() == "signing_participant");
    });
}

std::size_t partnersIn(const Value& plan) {
    const auto& all = listAt(plan, "participants");
    return static_cast<std::size_t>(std::ranges::count_if(all, isPartner));
}

/// The headings of the columns by where the list's cells begin: line and column, of the row and of the cell.
std::map<std::pair<int, int>, std::string> headingsOf(base::ByteView csv) {
    std::vector<base::Fault> faults;  // the API tells them
    const std::vector<workflow::CsvRow> rows = workflow::readCsv(csv, "", faults);
    std::map<std::pair<int, int>, std::string> headings;
    for (const workflow::CsvRow& row : rows)
        for (std::size_t i = 0; i < std::min(row.size(), rows.front().size()); ++i)
            for (const int line : {row.front().line, row[i].line})
                headings.try_emplace({line, row[i].column}, rows.front()[i].text);
    return headings;
}

/// The list's faults with the "heading" of their column: people count no characters.
Value::List faultsIn(const Value& plan, base::ByteView csv) {
    Value::List faults = listAt(plan, "faults");
    if (faults.empty()) return faults;
    const auto headings = headingsOf(csv);
    for (Value& one : faults) {
        const std::pair place(static_cast<int>(numberAt(one, "line")), static_cast<int>(numberAt(one, "column")));
        if (const auto found = headings.find(place); found != headings.end()) one.set("heading", found->second);
    }
    return faults;
}

Response show(const Visit& visit) { return visit.page("partners", pageData(visit)); }

Response notChosen(const Visit& visit) {
    Value::Map data = pageData(visit);
    data["not_chosen"] = true;
    return visit.page("partners", std::move(data), 422);
}

/// What the list would make, or all its faults by row and column; nothing is stored.
Response preview(const Visit& visit) {
    const auto file = visit.form().file("plik");
    if (!file) return notChosen(visit);
    const Answer answer = visit.sendRaw("POST", meetingTarget(visit, "/partners") + kDryRun, "text/csv", file->content);
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    Value::Map data = pageData(visit);
    data["file"] = file->fileName;
    data["faults"] = faultsIn(answer.body, file->content);
    data["fault_count"] = words(say("desk.faults", {std::to_string(listAt(answer.body, "faults").size())}));
    if (!listAt(answer.body, "faults").empty()) return visit.page("partners", std::move(data), 422);
    data["people"] = people(answer.body);
    data["partner_count"] = words(say("desk.partners", {std::to_string(partnersIn(answer.body))}));
    data["notices"] = listAt(answer.body, "notices");
    data["list"] = base::base64(file->content);
    return visit.page("partners_preview", std::move(data));
}

Response take(const Visit& visit) {
    const auto list = fromBase64(visit.form().verbatim("list"));
    if (!list) return notChosen(visit);
    const Answer answer = visit.sendRaw("POST", meetingTarget(visit, "/partners"), "text/csv", *list);
    return afterChange(answer, doneAt(meetingPath(visit), "import", partnersIn(answer.body)));
}

Response sample(const Visit& visit) {
    static_cast<void>(visit);
    Response response;
    response.fields = {{"content-type", "text/csv; charset=utf-8"},
                       {"content-disposition", "attachment; filename=\"lista-partnerow.csv\""}};
    response.body = asset("lista-partnerow.csv");
    return response;
}

}  // namespace

std::vector<Page> partnerPages() {
    return {
        {"GET", "/spotkania/lista-partnerow.csv", sample},  {"GET", "/spotkania/{id}/partnerzy", show},
        {"GET", "/spotkania/{id}/partnerzy/podglad", show}, {"POST", "/spotkania/{id}/partnerzy/podglad", preview},
        {"POST", "/spotkania/{id}/partnerzy", take},
    };
}

}  // namespace web
