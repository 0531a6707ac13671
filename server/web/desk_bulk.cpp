#include "server/http/answers.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using templates::Value;

bool isOpenSigner(std::string_view state) { return state == "invited" || state == "opened"; }

}  // namespace

bool isFaulty(const Answer& answer) { return answer.status == 400 || answer.status == 422; }

bool isForNone(const Answer& answer) { return answer.status == 401 || answer.status == 403; }

bool isToSign(std::string_view documentState, std::string_view signerState) {
    return takesSignatures(documentState) && isOpenSigner(signerState);
}

Value::List documentsOf(const Visit& visit, std::string_view state) {
    const std::string target = "/documents?meeting=" + http::segmentOf(visit.captured(0));
    return visit.all(state.empty() ? target : target + "&state=" + std::string(state));
}

http::Response changeAll(const Visit& visit, std::string_view what, const Value::List& documents,
                         const std::function<Answer(const Value&, const std::string&)>& act) {
    if (documents.empty()) visit.get(meetingTarget(visit, "/summary"));  // perhaps it is not there
    Value::List failed;
    for (const Value& one : documents) {
        const std::string id = textAt(one, "id");
        const Answer answer = act(one, "-" + id);
        if (isForNone(answer)) throw Refused{answer.status, answer.body};
        if (answer.isGood()) continue;
        Value item = dressedDocument(one);
        item.set("path", documentPath(id));
        item.set("why", textAt(answer.body, "detail"));
        failed.push_back(std::move(item));
    }
    const std::size_t done = documents.size() - failed.size();
    if (failed.empty()) return seeOther(doneAt(meetingPath(visit), what, done));
    Value::Map data{{"failed", std::move(failed)}, {"base", meetingPath(visit)}};
    data["done_count"] = words(say("desk.bulk_done", {std::to_string(done)}));
    data["title"] = words(say("desk.bulk_title"));
    return visit.page("bulk", std::move(data), 409);
}

}  // namespace web
