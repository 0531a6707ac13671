#include "server/web/document_time_line.h"

#include <algorithm>

#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using templates::Value;

class TimeLine {
public:
    void add(const std::string& at, const base::Message& text) {
        if (!at.empty()) events_.emplace_back(Value::Map{{"at", at}, {"text", words(text)}});
    }
    Value::List finish() && {
        std::ranges::stable_sort(
            events_, [](const Value& left, const Value& right) { return textAt(left, "at") < textAt(right, "at"); });
        return std::move(events_);
    }

private:
    Value::List events_{};
};

base::Message endOf(const Value& signer, const std::string& who) {
    const std::string state = textAt(signer, "state");
    if (state == "declined") return say("desk.event_declined", {who});
    if (state == "expired") return say("desk.event_expired", {who});
    if (textAt(signer, "method") == "paper") return say("desk.event_paper", {who});
    if (textAt(signer, "method") == "office-seal") return say("desk.event_accepted", {who});
    return say("desk.event_signed", {who});
}

base::Message arrivalOf(const Value& upload) {
    const std::string kind = textAt(upload, "kind");
    const std::string file = textAt(upload, "file");
    if (kind == "quarantine") return say("desk.event_quarantine", {file});
    if (kind == "attachment") return say("desk.event_attachment", {file});
    if (kind == "scan") return say("desk.event_scan", {file});
    return say("desk.event_file", {file});
}

}  // namespace

Value::List timeLineOf(const Value& document, const Value::List& uploads) {
    TimeLine line;
    line.add(textAt(document, "drafted_at"), say("desk.event_drafted"));
    line.add(textAt(document, "issued_at"), say("desk.event_issued"));
    for (const Value& signer : listAt(document, "signers")) {
        const std::string who = textAt(signer, "party");
        line.add(textAt(signer, "opened_at"), say("desk.event_opened", {who}));
        line.add(textAt(signer, "ended_at"), endOf(signer, who));
    }
    for (const Value& upload : uploads) {
        line.add(textAt(upload, "at"), arrivalOf(upload));
        const bool isTaken = textAt(upload, "state") == "accepted";
        line.add(textAt(upload, "decided_at"), isTaken ? say("desk.event_taken", {textAt(upload, "file")})
                                                       : say("desk.event_not_taken", {textAt(upload, "file")}));
    }
    return std::move(line).finish();
}

}  // namespace web
