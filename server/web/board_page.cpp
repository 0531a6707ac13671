#include <set>

#include "server/domain/meeting.h"
#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using http::Response;
using templates::Value;

constexpr std::string_view kSteps[] = {"invited",  "issued",   "opened",  "signed", "verified",
                                       "archived", "declined", "expired", "voided"};

base::Message stepWords(std::string_view step) {
    if (step == "invited") return say("desk.step_invited");
    if (step == "issued") return say("desk.step_issued");
    if (step == "opened") return say("desk.step_opened");
    if (step == "signed") return say("desk.step_signed");
    if (step == "verified") return say("desk.step_verified");
    if (step == "archived") return say("desk.step_archived");
    if (step == "declined") return say("desk.step_declined");
    if (step == "expired") return say("desk.step_expired");
    return say("desk.step_voided");
}

std::string tone(std::string_view step) {
    if (step == "signed" || step == "verified" || step == "archived") return "good";
    return step == "declined" ? "bad" : step == "expired" ? "warn" : "";
}

/// Whether the office has accepted what this partner signed.
bool isAccepted(const Value& row) {
    return textAt(row, "document_state") == "signed" && textAt(row, "signer.state") == "signed";
}

/// otherName() of a partner who has signed; the office signs in its own name.
std::string otherPartner(const Value& row) {
    const bool isSigned = textAt(row, "signer.state") == "signed" && textAt(row, "signer.field") != kLeaderField;
    return isSigned ? otherName(valueAt(row, "signer")) : std::string();
}

/// One partner with the steps that are behind them. A signature on paper has no opening, and stands all the same.
Value rowOf(const Value& row) {
    const std::string step = textAt(row, "step");
    const bool isSigned = textAt(row, "signer.state") == "signed";
    Value shown = Value::Map{{"party", textAt(row, "signer.party")},
                             {"person", textAt(row, "signer.expected_name")},
                             {"path", documentPath(textAt(row, "signer.document_id"))},
                             {"step", words(isAccepted(row) ? say("desk.step_accepted") : stepWords(step))},
                             {"tone", tone(step)},
                             {"reason", textAt(row, "signer.decline_reason")},
                             {"on_counterpart", isTrueAt(row, "on_counterpart")}};
    const bool isVoided = step == "voided";
    shown.set("other_name", otherPartner(row));
    shown.set("issued", !isVoided && textAt(row, "document_state") != "draft");
    shown.set("opened", !textAt(row, "signer.opened_at").empty());
    shown.set("signed", isSigned && !isVoided);
    shown.set("paper", textAt(row, "signer.method") == "paper");
    shown.set("typed", isSigned && textAt(row, "signer.method") == "here");
    shown.set("verified", textAt(row, "signer.grade") == "verified");
    shown.set("archived", textAt(row, "document_state") == "archived");
    if (textAt(row, "waiting") != "0") shown.set("waiting", textAt(row, "waiting"));
    return shown;
}

bool isShown(const Value& row, const std::string& wanted) {
    const std::string step = textAt(row, "step");
    if (textAt(row, "signer.field") == kLeaderField) return false;
    return wanted.empty() ? step != "voided" : step == wanted;
}

Value::List counts(const Visit& visit, const Value& board, const std::string& wanted) {
    Value::List all;
    for (const std::string_view step : kSteps) {
        const std::string count = textAt(board, "counts." + std::string(step));
        if (count.empty() || count == "0") continue;
        all.emplace_back(Value::Map{{"text", words(stepWords(step))},
                                    {"count", count},
                                    {"chosen", step == wanted},
                                    {"path", meetingPath(visit, "?krok=" + std::string(step) + "#tablica")}});
    }
    return all;
}

/// What waits for somebody, for the buttons and for the next step.
struct Progress {
    std::int64_t documents = 0;
    std::int64_t drafts = 0;
    std::int64_t toSend = 0;
    std::int64_t toSign = 0;
    std::int64_t toAccept = 0;
    std::int64_t toArchive = 0;
    std::int64_t voided = 0;
    std::int64_t waiting = 0;
    std::size_t withoutDocument = 0;
};

Progress progressOf(const Value& board) {
    Progress now;
    const Value* inState = board.at("documents.in_state");
    if (inState != nullptr && inState->map() != nullptr)
        for (const auto& [state, count] : *inState->map()) now.documents += *count.integer();
    now.drafts = numberAt(board, "documents.in_state.draft");
    now.toArchive = numberAt(board, "documents.in_state.signed");
    now.voided = numberAt(board, "documents.in_state.voided");
    now.toSend = numberAt(board, "documents.to_send");
    now.toAccept = numberAt(board, "documents.to_accept");
    for (const Value& row : listAt(board, "rows")) {
        now.waiting += numberAt(row, "waiting") == 0 ? 0 : 1;
        if (textAt(row, "signer.field") != kLeaderField)
            now.toSign += isToSign(textAt(row, "document_state"), textAt(row, "signer.state")) ? 1 : 0;
    }
    return now;
}

enum class Step { people, generate, decide, issue, accept, rest, archive, handOver, nothing };

Step nextStep(const Progress& now, std::size_t people) {
    if (people == 0) return Step::people;
    if (now.documents == 0) return Step::generate;
    if (now.waiting > 0) return Step::decide;
    if (now.drafts > 0) return Step::issue;
    if (now.toAccept > 0) return Step::accept;
    if (now.withoutDocument > 0) return Step::rest;
    if (now.toArchive > 0) return Step::archive;
    return now.toSign > 0 ? Step::handOver : Step::nothing;
}

base::Message stepWords(Step step, const Progress& now) {
    switch (step) {
        case Step::people:
            return say("desk.next_people");
        case Step::generate:
            return say("desk.next_generate");
        case Step::decide:
            return say("desk.next_decide");
        case Step::issue:
            return say("desk.next_issue");
        case Step::accept:
            return say("desk.next_accept");
        case Step::rest:
            return say("desk.next_generate_rest");
        case Step::archive:
            if (now.toSign == 0) return say("desk.next_archive");
            return say("desk.next_archive_some", {std::to_string(now.toSign)});
        case Step::handOver:
            return say("desk.next_hand_over");
        case Step::nothing:
            break;
    }
    return say("desk.next_complete");
}

bool getsDeclaration(const Value& participant) {
    domain::Participant one;
    for (const Value& role : listAt(participant, "roles")) one.roles.push_back(*role.text());
    return isTrueAt(participant, "accession") || domain::getsDeclaration(one);
}

/// Partners of a meeting with documents who have none, void ones aside: who came late.
Value::List withoutDocument(const Value& meeting, const Value& board) {
    std::set<std::int64_t> orders;
    for (const Value& row : listAt(board, "rows"))
        if (textAt(row, "step") != "voided") orders.insert(numberAt(row, "signer.order"));
    Value::List all;
    for (const Value& one : listAt(meeting, "participants"))
        if (getsDeclaration(one) && !orders.contains(numberAt(one, "order")))
            all.emplace_back(textAt(dressedParticipant(meeting, one), "name"));
    return all;
}

/// Those that nobody signs electronically, as the attendance list.
Value::List unsignedDocuments(const Value& board) {
    Value::List all;
    for (const Value& one : listAt(board, "documents.without_signers")) {
        Value shown = dressedDocument(one);
        shown.set("path", documentPath(textAt(one, "id")));
        all.push_back(std::move(shown));
    }
    return all;
}

/// What is to be issued, accepted, signed, archived: the numbers behind the buttons.
void addProgress(Value::Map& data, const Progress& now) {
    data["drafts"] = now.drafts;
    data["issue_question"] = words(say("desk.issue_ask", {std::to_string(now.drafts)}));
    data["to_send"] = now.toSend;
    data["to_accept"] = now.toAccept;
    data["to_sign"] = now.toSign;
    data["to_archive"] = now.toArchive;
    data["document_count"] = now.documents;
    data["to_download"] = now.documents - now.voided;
}

/// Whose declaration is to be accepted and signed by somebody else than expected: "party – name".
Value::List otherSigners(const Value& board) {
    Value::List all;
    for (const Value& row : listAt(board, "rows"))
        if (const std::string name = otherPartner(row); !name.empty() && takesSignatures(textAt(row, "document_state")))
            all.emplace_back(textAt(row, "signer.party") + " – " + name);
    return all;
}

Value::Map boardData(const Visit& visit, const Value& board) {
    const std::string wanted = visit.query("krok");
    Value::List rows;
    for (const Value& row : listAt(board, "rows"))
        if (isShown(row, wanted)) rows.push_back(rowOf(row));
    Value::Map data{{"rows", std::move(rows)}, {"counts", counts(visit, board, wanted)}};
    data["filtered"] = !wanted.empty();
    return data;
}

/// As a sentence says it, or street and town.
std::string placeOf(const Value& meeting) {
    std::string text = textAt(meeting, "meeting.venue.text_loc");
    if (!text.empty()) return text;
    const std::string street = textAt(meeting, "meeting.venue.street");
    const std::string town = townOf(meeting);
    return street.empty() || town.empty() ? street + town : street + ", " + town;
}

void addMeeting(Value::Map& data, const Visit& visit, const Value& meeting) {
    data["base"] = meetingPath(visit);
    data["id"] = visit.captured(0);
    data["name"] = meetingName(meeting);
    data["title"] = meetingName(meeting);
    data["date"] = textAt(meeting, "meeting.date");
    data["time_from"] = textAt(meeting, "meeting.time_from");
    data["time_to"] = textAt(meeting, "meeting.time_to");
    data["place"] = placeOf(meeting);
    data["team"] = textAt(meeting, "team.name");
    data["project"] = textAt(meeting, "project.title");
    data["people_count"] = static_cast<std::int64_t>(listAt(meeting, "participants").size());
    data["institution_count"] = static_cast<std::int64_t>(listAt(meeting, "institutions").size());
    data["photos"] = static_cast<std::int64_t>(listAt(meeting, "photos").size());
}

/// Whom the meeting is prepared for, while nobody has a document.
Value::List peopleOf(const Value& meeting) {
    Value::List people;
    for (const Value& one : listAt(meeting, "participants")) people.push_back(dressedParticipant(meeting, one));
    return people;
}

Response show(const Visit& visit) {
    const Value meeting = visit.look(meetingTarget(visit));
    const Value board = visit.find(meetingTarget(visit, "/board"));
    Progress now = progressOf(board);
    Value::List without = now.documents == 0 ? Value::List{} : withoutDocument(meeting, board);
    now.withoutDocument = without.size();
    Value::Map data = boardData(visit, board);
    addMeeting(data, visit, meeting);
    addProgress(data, now);
    const std::size_t people = listAt(meeting, "participants").size();
    const Step step = nextStep(now, people);
    data["next_step"] = words(stepWords(step, now));
    data["generate_next"] = step == Step::generate || step == Step::rest;
    data["hand_over_next"] = step == Step::handOver;
    data["archive_next"] = step == Step::archive;
    data["without_document"] = std::move(without);
    if (data["rows"].list()->empty()) data["people"] = peopleOf(meeting);
    data["others"] = unsignedDocuments(board);
    data["other_signers"] = otherSigners(board);
    data["demonstration"] = isTrueAt(board, "documents.demonstration");
    data["untrusted"] = now.toArchive > 0 && trustsNobody(visit);
    return visit.page("meeting", std::move(data));
}

Response package(const Visit& visit) { return visit.file(meetingTarget(visit, "/package")); }

Response print(const Visit& visit) { return visit.file(meetingTarget(visit, "/print")); }

}  // namespace

std::vector<Page> boardPages() {
    return {
        {"GET", "/spotkania/{id}", show},
        {"GET", "/spotkania/{id}/dokumenty.zip", package},
        {"GET", "/spotkania/{id}/wydruk.pdf", print},
    };
}

}  // namespace web
