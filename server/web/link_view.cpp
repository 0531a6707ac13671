#include "server/web/link_view.h"

#include <algorithm>

#include "base/message.h"
#include "server/web/code_words.h"

namespace web {
namespace {

using base::say;
using templates::Value;

constexpr const char* kStates[] = {"state_open",   "state_signed", "state_declined", "state_expired",
                                   "state_voided", "state_closed", "state_sealing"};

/// The signer's own state counts first: what they did stays theirs, whatever became of the document.
const char* stateOf(const Value& place) {
    const std::string signer = textAt(place, "signer.state"), document = textAt(place, "document.state");
    if (document == "voided") return "state_voided";
    if (signer == "signed") return "state_signed";
    if (signer == "declined" || document == "declined") return "state_declined";
    if (signer == "expired" || document == "expired") return "state_expired";
    if (!takesSignatures(document)) return "state_closed";
    return textAt(place, "signer.method").empty() ? "state_open" : "state_sealing";
}

bool hasWay(const Value& place, std::string_view name) {
    const Value* ways = place.find("ways");
    if (ways == nullptr || ways->list() == nullptr) return false;
    return std::any_of(ways->list()->begin(), ways->list()->end(),
                       [name](const Value& way) { return textAt(way, "name") == name; });
}

void addUploads(Value::Map& data, const Value& place) {
    Value::List waiting, attachments;
    const Value* uploads = place.find("uploads");
    if (uploads == nullptr || uploads->list() == nullptr) return;
    for (const Value& one : *uploads->list()) {
        if (textAt(one, "kind") == "attachment") attachments.push_back(one);
        if (textAt(one, "state") == "waiting") waiting.push_back(one);
    }
    data["waiting"] = std::move(waiting);
    data["attachments"] = std::move(attachments);
}

}  // namespace

bool isUnopened(const Value& place) {
    return textAt(place, "signer.state") == "invited" && std::string_view(stateOf(place)) == "state_open";
}

void addLinkView(Value::Map& data, const Value& place) {
    const std::string_view state = stateOf(place);
    data["place"] = place;
    data["title"] = base::text(kindWords(textAt(place, "document.kind"), say("link.page.other_document")));
    for (const char* one : kStates) data[one] = one == state;
    data["here_made"] = textAt(place, "signer.method") == "here";
    data["signed_by"] = otherName(valueAt(place, "signer"));
    data["may_fetch"] = state != "state_declined" && state != "state_voided" && state != "state_expired";
    const bool isOpen = state == "state_open";
    data["way_own"] = isOpen && hasWay(place, "own-tool");
    data["way_here"] = isOpen && hasWay(place, "here");
    data["way_paper"] = isOpen && hasWay(place, "paper");
    data["way_refusal"] = isOpen && hasWay(place, "refusal");
    addUploads(data, place);
}

Value receiptView(const Value& receipt) {
    Value::Map view;
    const std::string kind = textAt(receipt, "upload.kind"), state = textAt(receipt, "upload.state");
    const bool isAttachment = kind == "attachment";
    view["accepted"] = !isAttachment && state == "accepted";
    view["waiting"] = !isAttachment && state == "waiting";
    view["attachment"] = isAttachment;
    view["verified"] = textAt(receipt, "signer.grade") == "verified";
    view["name"] = valueAt(receipt, "upload.signed_name");
    view["number"] = valueAt(receipt, "upload.id");
    view["findings"] = valueAt(receipt, "upload.findings");
    return view;
}

}  // namespace web
