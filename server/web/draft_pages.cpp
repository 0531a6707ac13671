#include <algorithm>

#include "server/web/desk.h"
#include "server/web/page_data.h"
#include "server/web/views.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// What the form wishes of the API: other templates than the office's, documents for show; never those that are there.
Value wishOf(const Form& form) {
    Value::Map wish{{"only_missing", true}};
    Value::List names;
    for (std::string& name : form.texts("template")) names.emplace_back(std::move(name));
    if (!names.empty()) wish["templates"] = std::move(names);
    if (form.isTicked("demonstration")) wish["demonstration"] = true;
    return wish;
}

Value::Map pageData(const Visit& visit, const Value& wish) {
    const Value meeting = visit.get(meetingTarget(visit, "/summary"));
    Value::List choices;
    for (Value one : visit.all("/templates")) {
        for (const Value& chosen : listAt(wish, "templates"))
            if (chosen == *one.find("name")) one.set("chosen", true);
        choices.push_back(std::move(one));
    }
    return {{"base", meetingPath(visit)},
            {"name", shortName(meeting)},
            {"choices", std::move(choices)},
            {"wished", listAt(wish, "templates")},
            {"demonstration", isTrueAt(wish, "demonstration")},
            {"title", words(say("desk.generate"))}};
}

/// Planned documents with their kind and who signs them.
Value::List planned(const Value& plan) {
    Value::List all;
    for (const Value& one : listAt(plan, "documents")) {
        std::string signers;
        for (const Value& signer : listAt(one, "signers")) {
            const std::string name = textAt(signer, "expected_name");
            signers += (signers.empty() ? "" : "; ") + textAt(signer, "party") + (name.empty() ? "" : " – " + name);
        }
        all.emplace_back(Value::Map{{"file", textAt(one, "file")},
                                    {"kind", words(kindWords(textAt(one, "kind"), say("desk.kind_other")))},
                                    {"signers", signers}});
    }
    return all;
}

/// "controller.name" or "/controller/name" as forms name it.
std::string fieldOf(const Value& fault) {
    std::string place = textAt(fault, "field");
    std::ranges::replace(place, '.', '/');
    return fieldName(place.empty() ? textAt(fault, "pointer") : place);
}

bool isOfPeople(std::string_view field) {
    return field.starts_with("partner") || field.starts_with("participants") || field.starts_with("institutions");
}

/// A fault with the form that mends it, "path", and what its field is called there, "label", in place of its place in
/// the template.
Value described(const Visit& visit, Value fault) {
    const std::string field = fieldOf(fault);
    std::string label = fieldLabel("office", field);
    if (!label.empty()) {
        fault.set("path", "/ustawienia/urzad#" + field);
    } else if (label = fieldLabel("part_meeting_fields", field); !label.empty()) {
        fault.set("path", meetingPath(visit, "/zmiana#" + field));
    } else if (isOfPeople(field)) {
        label = base::text(say("desk.participants"));
        fault.set("path", meetingPath(visit, "/uczestnicy"));
    }
    if (label.empty()) return fault;
    fault.set("label", label);
    if (textAt(fault, "type") == "bind-missing" && !isOfPeople(field))
        fault.set("text", words(say("desk.fault_missing", {label})));
    for (const char* place : {"file", "pointer", "line", "column", "field"}) fault.map()->erase(place);
    return fault;
}

Value::List described(const Visit& visit, const Value::List& faults) {
    Value::List all;
    for (const Value& one : faults) {
        Value shown = described(visit, one);
        if (std::ranges::find(all, shown) == all.end()) all.push_back(std::move(shown));
    }
    return all;
}

Response show(const Visit& visit) { return visit.page("draft_plan", pageData(visit, Value::Map{})); }

/// What would be made of what is not there yet, and what stands against it; nothing is stored.
Response preview(const Visit& visit) {
    const Value wish = wishOf(visit.form());
    const Answer answer = visit.sendPart("-plan", "POST", meetingTarget(visit, "/documents?dry_run=true"), wish);
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    Value::Map data = pageData(visit, wish);
    Value::List faults = described(visit, listAt(answer.body, "faults"));
    data["fault_count"] = words(say("desk.faults", {std::to_string(faults.size())}));
    data["notices"] = listAt(answer.body, "notices");
    data["documents"] = planned(answer.body);
    const bool hasDocuments = !listAt(answer.body, "documents").empty();
    data["is_good"] = faults.empty() && hasDocuments;
    data["is_done"] = faults.empty() && !hasDocuments;
    data["is_planned"] = true;
    const int status = faults.empty() ? 200 : 422;
    data["faults"] = std::move(faults);
    return visit.page("draft_plan", std::move(data), status);
}

Response draft(const Visit& visit) {
    const Value wish = wishOf(visit.form());
    const Answer answer = visit.send("POST", meetingTarget(visit, "/documents"), wish);
    if (!answer.isGood()) return again(visit, withPlaces(answer), "draft_plan", pageData(visit, wish));
    return seeOther(doneAt(meetingPath(visit), "drafts", listAt(answer.body, "data").size()));
}

/// All drafts at once; those that somebody changed meanwhile are listed.
Response issue(const Visit& visit) {
    const Answer answer = visit.send("POST", meetingTarget(visit, "/issue"));
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    const std::size_t count = listAt(answer.body, "data").size();
    const auto& errors = listAt(answer.body, "errors");
    if (errors.empty()) return seeOther(doneAt(meetingPath(visit), "issued", count));
    Value::List failed;
    for (const Value& one : errors)
        failed.emplace_back(Value::Map{{"path", documentPath(textAt(one, "document"))},
                                       {"name", textAt(one, "document")},
                                       {"why", textAt(one, "text")}});
    Value::Map data{{"failed", std::move(failed)}, {"base", meetingPath(visit)}};
    data["done_count"] = words(say("desk.bulk_done", {std::to_string(count)}));
    return visit.page("bulk", std::move(data), 409);
}

Response discard(const Visit& visit) {
    const Value reason = Value::Map{{"reason", words(say("desk.discard_reason"))}};
    return changeAll(visit, "discarded", documentsOf(visit, "draft"), [&](const Value& one, const std::string& part) {
        return visit.sendPart(part, "POST", "/documents/" + textAt(one, "id") + "/void", reason);
    });
}

}  // namespace

std::vector<Page> draftPages() {
    const std::string one = "/spotkania/{id}";
    return {
        {"GET", one + "/generowanie", show},
        {"POST", one + "/generowanie", preview},
        {"POST", one + "/szkice", draft},
        {"POST", one + "/wydanie", issue},
        {"POST", one + "/szkice/usuniecie", discard},
    };
}

}  // namespace web
