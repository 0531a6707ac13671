#include "base/error.h"
#include "server/domain/tax_number.h"
#include "server/http/answers.h"
#include "server/http/bound.h"
#include "server/http/document_json.h"
#include "server/http/document_routes.h"
#include "server/http/office_body.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Action;
using templates::Value;
using Services = DocumentServices;

constexpr std::string_view kOfBinding = "bind.";  ///< a template asks for what the data have not

/// Somebody without a meeting, as programs send it.
struct JoinerBody {
    std::optional<domain::Project> project{};
    std::optional<domain::Team> team{};
    std::optional<domain::DeclarationText> declaration{};
    std::optional<domain::Institution> leader{};
    std::optional<domain::Institution> institution{};
    std::optional<domain::Person> person{};
    domain::Text function{};
    std::optional<bool> demonstration{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.object("project", self.project);
        visit.object("team", self.team);
        visit.object("declaration", self.declaration);
        visit.object("leader", self.leader);
        visit.object("institution", self.institution);
        visit.object("person", self.person);
        visit.optional("function", self.function);
        visit.optional("demonstration", self.demonstration);
    }
};

domain::Meeting meetingOfCall(const Services& services, const Call& call) {
    return workflow::meetingWith(services.parts.meetings, call.captured.at(0));
}

Response board(const Services& services, const Call& call) {
    workflow::Board board = workflow::boardOf(services.parts.rows, call.captured.at(0));
    if (board.rows.empty()) meetingOfCall(services, call);  // perhaps it is not there
    return valueAnswer(200, boardValue(std::move(board)));
}

Value faultValue(const base::Fault& fault) {
    Value::Map map;
    map["text"] = base::text(fault.message);
    map["type"] = problemType(fault.message.key);
    if (fault.message.key.starts_with(kOfBinding) && !fault.message.values.empty())
        map["field"] = fault.message.values.front();
    if (!fault.place.file.empty()) map["file"] = fault.place.file;
    if (!fault.place.pointer.empty()) map["pointer"] = fault.place.pointer;
    if (fault.place.line > 0) map["line"] = fault.place.line;
    if (fault.place.column > 0) map["column"] = fault.place.column;
    return map;
}

/// Everything that would be made, and everything that stands against it.
Response planAnswer(const workflow::DraftPlan& plan) {
    Value::List documents, faults, notices;
    for (const workflow::PlannedDocument& one : plan.documents) {
        Value::List signers;
        for (const domain::Signer& signer : one.signers) {
            Value::Map map;
            map["field"] = signer.field;
            map["party"] = signer.party;
            map["expected_name"] = signer.expectedName.empty() ? Value() : Value(signer.expectedName);
            signers.emplace_back(std::move(map));
        }
        Value::Map document;
        document["file"] = one.fileName;
        document["kind"] = domain::name(one.kind);
        document["signers"] = std::move(signers);
        documents.emplace_back(std::move(document));
    }
    for (const base::Fault& one : plan.faults) faults.push_back(faultValue(one));
    for (const base::Message& one : plan.notices) notices.push_back(messageValue(one));
    return valueAnswer(
        200, Value::Map{
                 {"documents", std::move(documents)}, {"faults", std::move(faults)}, {"notices", std::move(notices)}});
}

Value::List documentsValue(const std::vector<domain::Signing>& signings) {
    Value::List data;
    for (const domain::Signing& one : signings) data.push_back(documentValue(one));
    return data;
}

Response madeAnswer(const std::string& meeting, const std::vector<domain::Signing>& made,
                    const std::vector<base::Message>& notices) {
    Value::List said;
    for (const base::Message& one : notices) said.push_back(messageValue(one));
    return created(pathOf({"documents"}) + "?meeting=" + segmentOf(meeting),
                   valueAnswer(201, Value::Map{{"data", documentsValue(made)}, {"notices", std::move(said)}}));
}

Response draft(const Services& services, const Call& call) {
    const bool isDryRun = call.query.truth("dry_run");
    const OfficeBody body = readOfficeBody(call.request, {"templates", "demonstration", "only_missing"});
    workflow::DraftWish wish;
    wish.meeting = meetingOfCall(services, call);
    wish.office = body.office ? *body.office : services.office();
    wish.templates = services.namedTemplates(body.texts("templates"));
    wish.demonstration = body.truth("demonstration");
    wish.onlyMissing = body.truth("only_missing");
    if (isDryRun) return planAnswer(services.drafting.plan(wish));
    std::vector<base::Message> notices;
    const auto made = services.drafting.draft(call.actor, wish, notices);
    return madeAnswer(wish.meeting.id, made, notices);
}

Response issueAll(const Services& services, const Call& call) {
    const auto all = services.actions.issueDrafts(call.actor, meetingOfCall(services, call).id);
    Value::List errors;
    for (const workflow::IssuedDrafts::Failure& one : all.failed) {
        Value error = messageValue(one.why);
        error.set("document", one.documentId);
        errors.push_back(std::move(error));
    }
    return valueAnswer(200, Value::Map{{"data", documentsValue(all.issued)}, {"errors", std::move(errors)}});
}

workflow::LateJoiner joinerOf(const JoinerBody& body) {
    std::vector<base::Fault> faults;
    const auto needed = [&faults](const auto& member, const char* pointer) {
        if (member) return *member;
        faults.push_back({{{}, 0, 0, pointer}, say("json.missing")});
        return std::decay_t<decltype(*member)>{};
    };
    workflow::LateJoiner joiner{body.project,
                                needed(body.team, "/team"),
                                body.declaration,
                                needed(body.leader, "/leader"),
                                needed(body.institution, "/institution"),
                                body.person,
                                body.function};
    const auto number = [&faults](const domain::Institution& one, const char* pointer) {
        if (one.nip && !domain::isTaxNumber(*one.nip))
            faults.push_back({{{}, 0, 0, pointer}, say("meeting.bad_tax_number", {*one.nip})});
    };
    number(joiner.leader, "/leader/nip");
    number(joiner.institution, "/institution/nip");
    throwIfAny(std::move(faults));
    return joiner;
}

Response lateJoiner(const Services& services, const Call& call, const JoinerBody& body) {
    const auto made = services.drafting.draftLateJoiner(call.actor, joinerOf(body), services.office(),
                                                        body.demonstration.value_or(false));
    return created(pathOf({"documents", made.document.id}), documentAnswer(201, made));
}

}  // namespace

std::vector<Route> draftRoutes(const Services& services) {
    const std::string meeting = "/api/v1/meetings/{id}";
    return {
        {"GET", meeting + "/board", Action::readDocuments, bound(services, board)},
        {"POST", meeting + "/documents", Action::changeDocuments, bound(services, draft), {"dry_run"}},
        {"POST", meeting + "/issue", Action::changeDocuments, bound(services, issueAll)},
        {"POST", "/api/v1/late-joiners", Action::changeDocuments, bound(services, lateJoiner)},
    };
}

}  // namespace http
