#include "server/domain/slug.h"
#include "server/http/answers.h"
#include "server/web/desk.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr std::string_view kTexts[] = {"name", "name_gen", "short_name", "address", "nip", "regon", "krs"};

std::string target(const Visit& visit) {
    return meetingTarget(visit, "/institutions/" + http::segmentOf(visit.captured(1)));
}

std::string listPath(const Visit& visit) { return meetingPath(visit, "/instytucje"); }

Value::Map pageData(const Visit& visit, const Value& meeting) {
    return {{"base", meetingPath(visit)}, {"name", meetingName(meeting)}, {"title", words(say("desk.institutions"))}};
}

/// The form's names begin with "house__", because the page has a "name" of its own.
Value::Map formData(const Visit& visit, const Value& institution) {
    Value::Map data = pageData(visit, visit.look(meetingTarget(visit)));
    for (auto& [key, value] : flat(institution)) data["house__" + key] = value;
    data["if_match"] = textAt(institution, "if_match");
    data["id"] = textAt(institution, "id");
    return data;
}

void putForm(Value& institution, const Form& form) {
    for (const std::string_view name : kTexts) putText(institution, name, form.text("house__" + std::string(name)));
}

Response list(const Visit& visit) {
    const Value meeting = visit.look(meetingTarget(visit));
    Value::Map data = pageData(visit, meeting);
    Value::List houses = listAt(meeting, "institutions");
    for (Value& one : houses) one.set("path", listPath(visit) + '/' + http::segmentOf(textAt(one, "id")));
    data["houses"] = std::move(houses);
    return visit.page("institutions", std::move(data));
}

Response showNew(const Visit& visit) { return visit.page("institution", formData(visit, Value::Map{})); }

Response add(const Visit& visit) {
    Value institution = Value::Map{{"id", domain::slug(visit.form().text("house__name"))}};
    putForm(institution, visit.form());
    const Answer answer = visit.send("POST", meetingTarget(visit, "/institutions"), institution);
    if (!answer.isGood())
        return again(visit, withPlacesBelow(answer, "house"), "institution", formData(visit, Value::Map{}));
    return seeOther(doneAt(listPath(visit), "saved"));
}

Response show(const Visit& visit) { return visit.page("institution", formData(visit, visit.get(target(visit)))); }

Response change(const Visit& visit) {
    const Value before = visit.get(target(visit));
    Value institution = before;
    institution.map()->erase("if_match");
    putForm(institution, visit.form());
    const Answer answer = visit.send("PUT", target(visit), institution);
    if (!answer.isGood()) return again(visit, withPlacesBelow(answer, "house"), "institution", formData(visit, before));
    return seeOther(doneAt(listPath(visit), "saved"));
}

Response remove(const Visit& visit) {
    return afterChange(visit.send("DELETE", target(visit)), doneAt(listPath(visit), "removed"));
}

}  // namespace

std::vector<Page> institutionPages() {
    const std::string all = "/spotkania/{id}/instytucje";
    return {
        {"GET", all, list},
        {"POST", all, add},
        {"GET", all + "/nowa", showNew},
        {"GET", all + "/{institution}", show},
        {"POST", all + "/{institution}", change},
        {"POST", all + "/{institution}/usuniecie", remove},
    };
}

}  // namespace web
