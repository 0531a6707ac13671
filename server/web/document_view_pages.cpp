#include <algorithm>

#include "server/web/desk.h"
#include "server/web/document_time_line.h"
#include "server/web/page_data.h"
#include "server/web/verdict_words.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

bool isOneOf(const std::string& state, std::initializer_list<std::string_view> some) {
    return std::ranges::find(some, state) != some.end();
}

bool isAnySigned(const Value& document) {
    const auto& signers = listAt(document, "signers");
    return std::ranges::any_of(signers, [](const Value& one) { return textAt(one, "state") == "signed"; });
}

bool isLeaderOpen(const Value& document) {
    const std::string state = textAt(document, "state");
    const auto& signers = listAt(document, "signers");
    return std::ranges::any_of(signers, [&](const Value& one) {
        return textAt(one, "field") == kLeaderField && isToSign(state, textAt(one, "state"));
    });
}

/// What the state lets the office do: "can_…".
void addActions(Value::Map& data, const Value& document) {
    const std::string state = textAt(document, "state");
    const bool isSigned = isAnySigned(document);
    const bool isUnsigned = listAt(document, "signers").empty();
    data["can_issue"] = state == "draft";
    data["can_send"] = state == "issued" && !isUnsigned;
    data["can_expire"] = takesSignatures(state) && !isUnsigned;
    data["can_void"] = !isOneOf(state, {"archived", "voided"});
    data["can_reissue"] = !isOneOf(state, {"archived", "voided", "draft"});
    data["can_close"] = state == "partly-signed" && textAt(document, "kind") == "joint-declaration";
    data["can_accept"] = isLeaderOpen(document) && isSigned;
    data["can_retry"] = state == "sealing-failed";
    data["is_complete"] = state == "signed";
    data["can_archive"] =
        isOneOf(state, {"declined", "expired", "voided"}) || (isUnsigned && isOneOf(state, {"issued", "sent"}));
    data["can_scan"] = takesSignatures(state) || state == "signed";
    data["any_signature"] = isSigned;
    data["is_issued"] = !textAt(document, "issued_sha256").empty();
}

base::Message nextStep(const Value& document, bool isWaiting) {
    const std::string state = textAt(document, "state");
    if (isWaiting) return say("desk.doc_decide");
    if (state == "draft") return say("desk.doc_issue");
    if (state == "sealing-failed") return say("desk.doc_retry");
    if (state == "signed") return say("desk.doc_archive");
    if (state == "archived") return say("desk.doc_archived");
    if (state == "declined") return say("desk.doc_declined");
    if (state == "expired") return say("desk.doc_expired");
    if (state == "voided")
        return textAt(document, "replaced_by").empty() ? say("desk.doc_voided") : say("desk.doc_replaced");
    if (listAt(document, "signers").empty()) return say("desk.doc_print");
    if (isTrueAt(document, "to_accept")) return say("desk.doc_accept");
    return isAnySigned(document) ? say("desk.doc_wait") : say("desk.doc_hand_over");
}

base::Message methodWords(const std::string& method) {
    if (method == "own-tool") return say("desk.method_own");
    if (method == "here") return say("desk.method_here");
    return method == "paper" ? say("desk.method_paper") : say("desk.method_office");
}

base::Message gradeWords(const std::string& grade) {
    if (grade == "claimed") return say("desk.grade_claimed");
    if (grade == "attended") return say("desk.grade_attended");
    if (grade == "scanned") return say("desk.grade_scanned");
    return grade == "signed" ? say("desk.grade_signed") : say("desk.grade_verified");
}

Value::List signersOf(const Value& document) {
    const std::string state = textAt(document, "state");
    Value::List all;
    for (const Value& one : listAt(document, "signers")) {
        Value shown = one;
        const std::string method = textAt(one, "method");
        const bool isSigned = textAt(one, "state") == "signed";
        if (!method.empty()) shown.set("method", words(methodWords(method)));
        shown.set("grade", isSigned ? words(gradeWords(textAt(one, "grade"))) : Value());
        shown.set("tone", stateTone(textAt(one, "state")));
        shown.set("is_leader", textAt(one, "field") == kLeaderField);
        shown.set("is_open", isToSign(state, textAt(one, "state")));
        shown.set("seal_waits", !isSigned && !method.empty());
        shown.set("path", documentPath(textAt(document, "id"), "/podpisujacy/" + textAt(one, "id")));
        all.push_back(std::move(shown));
    }
    return all;
}

/// Those who may have signed on paper: who is still open, ticked where only one partner is.
Value::List onPaper(const Value::List& signers) {
    Value::List open;
    std::ranges::copy_if(signers, std::back_inserter(open), [](const Value& one) { return isTrueAt(one, "is_open"); });
    const auto isPartner = [](const Value& one) { return !isTrueAt(one, "is_leader"); };
    const auto partners = std::ranges::count_if(open, isPartner);
    for (Value& one : open) one.set("ticked", partners == 1 && isPartner(one));
    return open;
}

/// The files by what they are to the document.
void addFiles(Value::Map& data, const Value::List& uploads, const Value::List& signers) {
    Value::List waiting, kept, quarantine, counterparts;
    for (const Value& one : uploads) {
        Value shown = one;
        const std::string kind = textAt(one, "kind");
        const std::string state = textAt(one, "state");
        shown.set("path", documentPath(textAt(one, "document_id"), "/pliki/" + textAt(one, "id")));
        if (kind == "scan" && state == "waiting") shown.set("open", onPaper(signers));
        shown.set("is_scan", kind == "scan");
        shown.set("is_attachment", kind == "attachment");
        shown.set("is_counterpart", kind == "counterpart");
        shown.set("is_head", kind == "head");
        if (kind == "counterpart" && state == "accepted") counterparts.push_back(shown);
        (state == "waiting" ? waiting : state == "refused" ? quarantine : kept).push_back(std::move(shown));
    }
    data["waiting"] = std::move(waiting);
    data["kept"] = std::move(kept);
    data["quarantine"] = std::move(quarantine);
    data["counterparts"] = std::move(counterparts);
}

std::string partyOf(const Value& document, const std::string& field) {
    for (const Value& signer : listAt(document, "signers"))
        if (textAt(signer, "field") == field) return textAt(signer, "party");
    return {};
}

/// The signatures of the current version and of each counterpart, in the words of the public check.
Value::List checkedSignatures(const Value& report, const Value& document) {
    Value::List all;
    for (const Value& file : listAt(report, "data")) {
        std::size_t number = 0;
        for (const Value& signature : listAt(file, "signatures")) {
            Value shown = signatureView(signature, ++number);
            shown.set("party", partyOf(document, textAt(signature, "field")));
            if (textAt(file, "what") == "counterpart") shown.set("counterpart", textAt(file, "file"));
            all.push_back(std::move(shown));
        }
    }
    return all;
}

Value::Map documentData(const Visit& visit, const Value& document) {
    const std::string id = textAt(document, "id");
    const Value::List uploads = visit.all("/uploads?document=" + id);
    const Value::List signers = signersOf(document);
    Value::Map data = *dressedDocument(document).map();
    addFiles(data, uploads, signers);
    addActions(data, document);
    data["untrusted"] = textAt(document, "state") == "signed" && trustsNobody(visit);
    data["next_step"] = words(nextStep(document, !data["waiting"].list()->empty()));
    data["events"] = timeLineOf(document, uploads);
    data["signers"] = signers;
    data["base"] = documentPath(id);
    data["title"] = data["name"];
    if (const std::string meeting = textAt(document, "meeting_id"); !meeting.empty()) {
        data["meeting_path"] = pagePath({"spotkania", meeting});
        data["meeting_name"] = shortName(visit.find(pageTarget("/meetings/", meeting) + "/summary"));
    }
    if (const std::string next = textAt(document, "replaced_by"); !next.empty()) data["next_path"] = documentPath(next);
    if (isAnySigned(document) || !uploads.empty())
        data["signatures"] = checkedSignatures(visit.find("/documents/" + id + "/signatures"), document);
    return data;
}

Response show(const Visit& visit) {
    Value::Map data = documentData(visit, visit.get(pageTarget("/documents/", visit.captured(0))));
    return visit.page("document", std::move(data));
}

Response issued(const Visit& visit) { return visit.file(pageTarget("/documents/", visit.captured(0)) + "/issued"); }

Response head(const Visit& visit) { return visit.file(pageTarget("/documents/", visit.captured(0)) + "/head"); }

Response picture(const Visit& visit) { return visit.file(pageTarget("/documents/", visit.captured(0)) + "/preview"); }

}  // namespace

Response documentAgain(const Visit& visit, Answer answer, const std::string& form) {
    const Value document = visit.get(pageTarget("/documents/", visit.captured(0)));
    const Answer placed = form.empty() ? withPlaces(std::move(answer)) : withPlacesBelow(std::move(answer), form);
    return again(visit, placed, "document", documentData(visit, document));
}

std::vector<Page> documentViewPages() {
    return {
        {"GET", "/dokumenty/{id}", show},
        {"GET", "/dokumenty/{id}/wydany.pdf", issued},
        {"GET", "/dokumenty/{id}/biezacy.pdf", head},
        {"GET", "/dokumenty/{id}/podglad.png", picture},
    };
}

}  // namespace web
