#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

std::string target(const Value& document, const char* action) {
    return "/documents/" + textAt(document, "id") + action;
}

/// A new link for every partner who is still to sign; this page is the only one that shows them.
Response links(const Visit& visit) {
    const Value board = visit.get(meetingTarget(visit, "/board"));
    Value::List made;
    Value::List failed;
    for (const Value& row : listAt(board, "rows")) {
        const std::string id = textAt(row, "signer.id");
        if (textAt(row, "signer.field") == kLeaderField) continue;
        if (!isToSign(textAt(row, "document_state"), textAt(row, "signer.state"))) continue;
        const Answer answer = visit.sendPart("-" + id, "POST", "/signers/" + id + "/link", Value::Map{});
        if (isForNone(answer)) throw Refused{answer.status, answer.body};
        Value link = answer.isGood() ? answer.body : Value(Value::Map{{"why", textAt(answer.body, "detail")}});
        link.set("party", textAt(row, "signer.party"));
        link.set("person", textAt(row, "signer.expected_name"));
        link.set("mark", "link-" + id);
        (answer.isGood() ? made : failed).push_back(std::move(link));
    }
    Value::Map data{{"links", std::move(made)}, {"failed", std::move(failed)}, {"back", meetingPath(visit)}};
    if (const auto& shown = *data["links"].list(); !shown.empty()) data["note"] = textAt(shown.front(), "note");
    data["title"] = words(say("desk.links"));
    return visit.page("links", std::move(data));
}

Response sendAll(const Visit& visit) {
    Value::List ready = documentsOf(visit, "issued");
    std::erase_if(ready, [](const Value& one) { return listAt(one, "signers").empty(); });
    return changeAll(visit, "sent", ready, [&](const Value& one, const std::string& part) {
        return visit.sendPart(part, "POST", target(one, "/send"));
    });
}

Response acceptAll(const Visit& visit) {
    Value::List ready = documentsOf(visit);
    std::erase_if(ready, [](const Value& one) { return !isTrueAt(one, "to_accept"); });
    return changeAll(visit, "accepted", ready, [&](const Value& one, const std::string& part) {
        return visit.sendPart(part, "POST", target(one, "/acceptance"), Value::Map{});
    });
}

Response archiveAll(const Visit& visit) {
    return changeAll(visit, "archived", documentsOf(visit, "signed"), [&](const Value& one, const std::string& part) {
        return visit.sendPart(part, "POST", target(one, "/archive"));
    });
}

}  // namespace

std::vector<Page> meetingActionPages() {
    const std::string one = "/spotkania/{id}";
    return {
        {"POST", one + "/linki", links},
        {"POST", one + "/wyslanie", sendAll},
        {"POST", one + "/przyjecie", acceptAll},
        {"POST", one + "/archiwizacja", archiveAll},
    };
}

}  // namespace web
