#include "server/workflow/template_data.h"

#include <algorithm>

#include "base/civil_date.h"
#include "templates/polish.h"

namespace workflow {
namespace {

using domain::Meeting;
using domain::Office;
using domain::Participant;
using domain::Text;
using templates::Value;

void put(Value& data, const char* path, const Text& text) {
    if (text) data.set(path, *text);
}
void put(Value& data, const char* path, const std::string& text) {
    if (!text.empty()) data.set(path, text);
}

Text dateText(const Text& isoDate) {
    const auto day = isoDate ? base::parseDate(*isoDate) : std::nullopt;
    return day ? Text(templates::polish::dateText(*day)) : std::nullopt;
}

Text meetingsLeaderRef(const Meeting& meeting) {
    for (const auto& leadership : meeting.leadership)
        if (std::find(leadership.roles.begin(), leadership.roles.end(), "leader") != leadership.roles.end())
            return leadership.institutionRef;
    return std::nullopt;
}

/// The leader's institution: the office's word, else the meeting's.
Text leaderRef(const Meeting& meeting, const Office& office) {
    if (office.leader && office.leader->institutionRef) return office.leader->institutionRef;
    return meetingsLeaderRef(meeting);
}

bool isLeader(const Participant& one, const Text& leader) { return leader && one.institutionRef == leader; }

std::vector<const Participant*> inOrder(const Meeting& meeting) {
    std::vector<const Participant*> all;
    std::transform(meeting.participants.begin(), meeting.participants.end(), std::back_inserter(all),
                   [](const Participant& one) { return &one; });
    std::sort(all.begin(), all.end(), [](const auto* left, const auto* right) { return left->order < right->order; });
    return all;
}

Value representative(const Participant& one) {
    Value rep(Value::Map{});
    put(rep, "title_name", domain::titleName(one));
    put(rep, "function", one.function);
    put(rep, "basis", one.basis);
    if (one.proxy.value_or(false)) rep.set("proxy", true);
    return rep;
}

Text statusOf(const Participant& one) {
    const bool isStrategic = std::find(one.roles.begin(), one.roles.end(), "strategic_partner") != one.roles.end();
    if (!isStrategic) return std::nullopt;
    return one.roleAsPrinted ? one.roleAsPrinted : Text("Partner Strategiczny");
}

Value partner(const Meeting& meeting, const Participant& one) {
    Value data(Value::Map{});
    data.set("order", one.order);
    put(data, "status", statusOf(one));
    const domain::Institution* institution = domain::findInstitution(meeting, one.institutionRef);
    if (institution == nullptr) return data;
    put(data, "name", institution->name);
    put(data, "address", institution->address);
    put(data, "nip", institution->nip);
    put(data, "regon", institution->regon);
    put(data, "krs", institution->krs);
    put(data, "resources", institution->resources);
    return data;
}

void putMeeting(Value& data, const Meeting& meeting) {
    if (!meeting.meeting) return;
    const domain::Event& event = *meeting.meeting;
    put(data, "meeting.title", event.title);
    put(data, "meeting.date_text", event.dateText ? event.dateText : dateText(event.date));
    if (event.timeFrom) data.set("meeting.time", *event.timeFrom + (event.timeTo ? "–" + *event.timeTo : ""));
    if (!event.venue) return;
    put(data, "meeting.venue_text", event.venue->textLoc);
    if (const auto* locality = domain::findLocality(meeting, event.venue->localityRef))
        put(data, "meeting.place", locality->name);
}

/// The office's values over the meeting's.
class Chosen {
public:
    Chosen(Value& data, std::vector<base::Message>& notices) : data_(data), notices_(notices) {}
    void put(const char* path, const Text& meetings, const Text& offices) {
        if (meetings && offices && *meetings != *offices)
            notices_.push_back(base::say("office.replaces", {path, *offices, *meetings}));
        workflow::put(data_, path, offices ? offices : meetings);
    }

private:
    Value& data_;
    std::vector<base::Message>& notices_;
};

void putProject(Value& data, Chosen& chosen, const Meeting& meeting, const Office& office) {
    const domain::Project project = meeting.project.value_or(domain::Project{});
    const domain::OfficeProject own = office.project.value_or(domain::OfficeProject{});
    put(data, "project.title", project.title);
    chosen.put("project.number", project.number, own.number);
    chosen.put("project.funding", project.funding, own.funding);
    chosen.put("project.beneficiary", project.beneficiary, own.beneficiary);
    const domain::DeclarationText text = meeting.declaration.value_or(domain::DeclarationText{});
    const domain::OfficeDeclaration ours = office.declaration.value_or(domain::OfficeDeclaration{});
    put(data, "declaration.number", text.number);
    chosen.put("declaration.validity_text", text.validityText, ours.validityText);
    chosen.put("declaration.effective_date_text", dateText(text.effectiveDate), dateText(ours.effectiveDate));
    put(data, "rules.title", ours.rulesTitle);
}

Text nameOf(const Meeting& meeting, const Text& institutionRef) {
    const domain::Institution* institution = domain::findInstitution(meeting, institutionRef);
    return institution == nullptr ? Text() : Text(institution->name);
}

void putLeader(Chosen& chosen, const Meeting& meeting, const Office& office) {
    const domain::Institution* leader = domain::findInstitution(meeting, leaderRef(meeting, office));
    chosen.put("leader.name", nameOf(meeting, meetingsLeaderRef(meeting)),
               office.leader ? nameOf(meeting, office.leader->institutionRef) : Text());
    chosen.put("leader.address", leader == nullptr ? Text() : leader->address,
               office.leader ? office.leader->address : Text());
    if (!office.representative) return;
    const domain::OfficeRepresentative& rep = *office.representative;
    const auto named = std::find_if(meeting.participants.begin(), meeting.participants.end(), [&](const auto& one) {
        return rep.participantOrder && one.order == *rep.participantOrder;
    });
    const Participant one = named == meeting.participants.end() ? Participant() : *named;
    const std::string titleName = domain::titleName(one);
    chosen.put("leader_rep.title_name", titleName.empty() ? Text() : Text(titleName), rep.titleName);
    chosen.put("leader_rep.function", one.function, rep.function);
}

void putController(Value& data, const Office& office) {
    if (office.retention) put(data, "retention.text", office.retention->text);
    if (office.author) put(data, "author.title_name", office.author->titleName);
    if (office.officeCase) put(data, "case.mark", office.officeCase->mark);
    if (office.signing) data.set(*office.signing == "paper" ? "signing.paper" : "signing.electronic", true);
    if (!office.controller) return;
    const domain::OfficeController& controller = *office.controller;
    put(data, "controller.name", controller.name);
    put(data, "controller.address", controller.address);
    put(data, "controller.dpo", controller.dpo);
    put(data, "controller.basis_letters", controller.basisLetters);
    put(data, "controller.contact", controller.contact);
    put(data, "controller.legal_acts", controller.legalActs);
    put(data, "controller.processors", controller.processors);
    put(data, "controller.notice_url", controller.noticeUrl);
}

void putPeople(Value& data, const Meeting& meeting, const Office& office) {
    const Text leader = leaderRef(meeting, office);
    Value::List partners, participants;
    for (const Participant* one : inOrder(meeting)) {
        Value person = representative(*one);
        put(person, "institution", domain::institutionName(meeting, *one));
        participants.push_back(std::move(person));
        if (!domain::getsDeclaration(*one)) continue;
        Value party = partner(meeting, *one);
        party.set("rep", representative(*one));
        if (isLeader(*one, leader)) {
            party.set("leader", true);
            data.set("leader_signs", true);
        }
        partners.push_back(std::move(party));
    }
    data.set("partners", std::move(partners));
    data.set("participants", std::move(participants));
}

}  // namespace

Value meetingData(const Meeting& meeting, const Office& office, std::vector<base::Message>& notices) {
    Value data(Value::Map{});
    Chosen chosen(data, notices);
    putMeeting(data, meeting);
    if (meeting.team) {
        put(data, "team.name", meeting.team->name);
        put(data, "team.name_gen", meeting.team->nameGen);
    }
    putProject(data, chosen, meeting, office);
    putLeader(chosen, meeting, office);
    putController(data, office);
    putPeople(data, meeting, office);
    if (isJoint(office)) data.set("joint", true);
    return data;
}

Value setPartner(Value& data, const Meeting& meeting, const Participant& one) {
    Value own(Value::Map{{"partner", partner(meeting, one)}, {"rep", representative(one)}});
    for (const auto& [key, value] : *own.map()) data.set(key, value);
    return own;
}

std::vector<const Participant*> individualParties(const Meeting& meeting, const Office& office) {
    const Text leader = leaderRef(meeting, office);
    std::vector<const Participant*> parties = inOrder(meeting);
    std::erase_if(parties,
                  [&](const Participant* one) { return !domain::getsDeclaration(*one) || isLeader(*one, leader); });
    return parties;
}

bool isJoint(const Office& office) { return office.declaration && office.declaration->form == Text("joint"); }

}  // namespace workflow
