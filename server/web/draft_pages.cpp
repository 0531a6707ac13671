#include "server/web/desk.h"
#include "server/web/page_data.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

/// What the form wishes of the API: other templates than the office's, documents for show.
Value wishOf(const Form& form) {
    Value::Map wish;
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

Response show(const Visit& visit) { return visit.page("draft_plan", pageData(visit, Value::Map{})); }

/// What would be made and what stands against it; nothing is stored.
Response preview(const Visit& visit) {
    const Value wish = wishOf(visit.form());
    const Answer answer = visit.sendPart("-plan", "POST", meetingTarget(visit, "/documents?dry_run=true"), wish);
    if (!answer.isGood()) throw Refused{answer.status, answer.body};
    Value::Map data = pageData(visit, wish);
    const auto& faults = listAt(answer.body, "faults");
    data["faults"] = faults;
    data["fault_count"] = words(say("desk.faults", {std::to_string(faults.size())}));
    data["notices"] = listAt(answer.body, "notices");
    data["documents"] = planned(answer.body);
    data["is_good"] = faults.empty() && !listAt(answer.body, "documents").empty();
    data["is_planned"] = true;
    return visit.page("draft_plan", std::move(data), faults.empty() ? 200 : 422);
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
