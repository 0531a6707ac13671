#include "base/message.h"
#include "server/http/answers.h"
#include "server/web/code_words.h"
#include "server/web/done.h"
#include "server/web/page.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using http::segmentOf;
using templates::Value;

constexpr const char* kList = "/ustawienia/projekty";

/// What all items of a list are called on the page: `member` holds the project or the team.
Value::List rows(const Visit& visit, const std::string& target, const std::string& member, const char* name) {
    Value::List rows;
    for (const Value& one : visit.all(target)) {
        Value::Map row{{"id", textAt(one, "id")}, {"name", textAt(one, member + '.' + name)}};
        const std::string count = std::to_string(listAt(one, "meetings").size());
        row["meetings"] = base::text(say("keep.in_meetings", {count}));
        rows.emplace_back(std::move(row));
    }
    return rows;
}

Response list(const Visit& visit) {
    Value::Map data{{"title", base::text(say("keep.projects"))}};
    data["projects"] = rows(visit, "/projects", "project", "title");
    data["teams"] = rows(visit, "/teams", "team", "name");
    data["empty"] = data["projects"].list()->empty() && data["teams"].list()->empty();
    return visit.page("projects", std::move(data));
}

Value projectOf(const Form& form) {
    return form.body(
        {"title?", "title_as_printed?", "name_short?", "number?", "funding?", "beneficiary?", "goal?", "assumption?"});
}

Value teamOf(const Form& form) {
    Value team = form.body({"name?", "name_gen?", "locality_ref?", "purpose?", "created_in_as_printed?",
                            "expected_effects*", "expected_effects_as_printed?"});
    if (listAt(team, "expected_effects").empty()) team.map()->erase("expected_effects");
    return team;
}

/// One of the two kinds of things that meetings share.
struct Kind {
    const char* target;
    const char* member;
    Value (*body)(const Form& form);
};

constexpr Kind kProject{"/projects/", "project", projectOf};
constexpr Kind kTeam{"/teams/", "team", teamOf};

std::string targetOf(const Visit& visit, const Kind& kind) { return kind.target + segmentOf(visit.captured(0)); }

/// The form as it is kept, under what was typed where it was refused.
Response form(const Visit& visit, const Kind& kind, Value::Map typed, int status) {
    const Value shown = visit.get(targetOf(visit, kind));
    const Value* member = shown.find(kind.member);
    Value::Map data = member == nullptr ? Value::Map() : flat(*member);
    data["if_match"] = textAt(shown, "if_match");
    std::string meetings;
    for (const Value& one : listAt(shown, "meetings"))
        if (const auto* id = one.text()) meetings += (meetings.empty() ? "" : ", ") + *id;
    data["where"] = base::text(say("keep.change_everywhere", {meetings}));
    data["action"] = visit.request().path;
    data.try_emplace("title", base::text(say("keep.team_edit")));  // a project has a title of its own
    for (auto& [name, value] : typed) data[name] = std::move(value);
    return visit.page(kind.member, std::move(data), status);
}

Page showing(const std::string& pattern, const Kind& kind) {
    return {"GET", pattern, [&kind](const Visit& visit) { return form(visit, kind, {}, 200); }};
}

Page changing(const std::string& pattern, const Kind& kind) {
    return {"POST", pattern, [&kind](const Visit& visit) {
                const auto again = [&kind](const Visit& same, Value::Map data, int status) {
                    return form(same, kind, std::move(data), status);
                };
                const Answer answer = visit.send("PUT", targetOf(visit, kind), kind.body(visit.form()));
                return afterChange(visit, answer, doneAt(kList, "saved"), again);
            }};
}

}  // namespace

std::vector<Page> projectPages() {
    const std::string project = std::string(kList) + "/{id}";
    const std::string team = "/ustawienia/zespoly/{id}";
    return {
        {"GET", kList, list}, showing(project, kProject), changing(project, kProject),
        showing(team, kTeam), changing(team, kTeam),
    };
}

}  // namespace web
