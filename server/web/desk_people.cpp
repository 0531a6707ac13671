#include "server/web/desk.h"

namespace web {
namespace {

using base::say;
using templates::Value;

base::Message roleWords(const std::string& role) {
    if (role == "partner") return say("desk.role_partner");
    if (role == "strategic_partner") return say("desk.role_strategic");
    if (role == "signatory") return say("desk.role_signatory");
    if (role == "signing_participant") return say("desk.role_signing");
    if (role == "leader_representative") return say("desk.role_leader");
    if (role == "opened_meeting") return say("desk.role_opened");
    if (role == "chair") return say("desk.role_chair");
    if (role == "recorder") return say("desk.role_recorder");
    if (role == "introduced_topic") return say("desk.role_introduced");
    return say("desk.role_other", {role});
}

void append(std::string& text, const std::string& more, const char* between) {
    if (!more.empty()) text += (text.empty() ? "" : between) + more;
}

std::string institutionName(const Value& meeting, const std::string& id) {
    const Value wanted(id);  // compared in place: a meeting of 200 looks 40,000 times
    for (const Value& one : listAt(meeting, "institutions"))
        if (const Value* each = one.find("id"); each != nullptr && *each == wanted) return textAt(one, "name");
    return {};
}

std::string rolesText(const Value& participant) {
    std::string text = textAt(participant, "role_as_printed");
    if (!text.empty()) return text;
    for (const Value& role : listAt(participant, "roles"))
        if (role.text() != nullptr) append(text, base::text(roleWords(*role.text())), ", ");
    return text;
}

}  // namespace

Value dressedParticipant(const Value& meeting, const Value& participant) {
    Value dressed = participant;
    std::string person;
    for (const char* path : {"person.rank", "person.first_name", "person.last_name"})
        append(person, textAt(participant, path), " ");
    const std::string institution = institutionName(meeting, textAt(participant, "institution_ref"));
    std::string function = textAt(participant, "function");
    if (function.empty()) function = textAt(participant, "function_as_printed");
    dressed.set("person_name", person);
    dressed.set("institution_name", institution);
    dressed.set("function", function);
    dressed.set("roles_text", rolesText(participant));
    dressed.set("name", !institution.empty() ? institution : !function.empty() ? function : person);
    return dressed;
}

}  // namespace web
