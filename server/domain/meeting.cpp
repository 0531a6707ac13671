#include "server/domain/meeting.h"

#include <algorithm>
#include <array>

namespace domain {
namespace {

template <class T>
const T* byId(const std::vector<T>& all, const Text& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return id && one.id == *id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const Institution* findInstitution(const Meeting& meeting, const Text& id) { return byId(meeting.institutions, id); }
const Locality* findLocality(const Meeting& meeting, const Text& id) { return byId(meeting.localities, id); }

std::string institutionName(const Meeting& meeting, const Participant& participant) {
    const Institution* institution = findInstitution(meeting, participant.institutionRef);
    return institution == nullptr ? std::string() : institution->name;
}

std::string titleName(const Participant& participant) {
    std::string name;
    if (!participant.person) return name;
    for (const Text* part : {&participant.person->rank, &participant.person->firstName, &participant.person->lastName})
        if (*part) name += (name.empty() ? "" : " ") + **part;
    return name;
}

bool getsDeclaration(const Participant& participant) {
    static constexpr std::array<std::string_view, 4> parties{"partner", "strategic_partner", "signatory",
                                                             "signing_participant"};
    return participant.accession ||
           std::any_of(participant.roles.begin(), participant.roles.end(), [](const std::string& role) {
               return std::find(parties.begin(), parties.end(), role) != parties.end();
           });
}

}  // namespace domain
