#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// A meeting with its people, as schema "meeting/1" has it. Every struct names its fields once, in describe(); JSON,
/// SQLite and the checks are visitors of it. Absent is std::nullopt or an empty list; an empty text is never stored.
namespace domain {

using Text = std::optional<std::string>;

struct SourceNote {
    std::string path{};
    std::string note{};
    bool operator==(const SourceNote&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("path", self.path);
        visit.required("note", self.note);
    }
};

struct Source {
    Text kind{}, seed{}, sha256{};
    std::optional<bool> participantsComplete{};
    std::vector<SourceNote> notes{};
    bool operator==(const Source&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("kind", self.kind);
        visit.optional("seed", self.seed);
        visit.optional("sha256", self.sha256);
        visit.optional("participants_complete", self.participantsComplete);
        visit.list("source_notes", self.notes);
    }
};

struct Locality {
    std::string id{}, name{};
    Text gen{}, loc{}, in{};
    bool operator==(const Locality&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("id", self.id);
        visit.required("name", self.name);
        visit.optional("gen", self.gen);
        visit.optional("loc", self.loc);
        visit.optional("in", self.in);
    }
};

struct Project {
    Text nameShort{}, title{}, titleAsPrinted{}, goal{}, assumption{}, number{}, funding{}, beneficiary{};
    bool operator==(const Project&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name_short", self.nameShort);
        visit.optional("title", self.title);
        visit.optional("title_as_printed", self.titleAsPrinted);
        visit.optional("goal", self.goal);
        visit.optional("assumption", self.assumption);
        visit.optional("number", self.number);
        visit.optional("funding", self.funding);
        visit.optional("beneficiary", self.beneficiary);
    }
};

struct Leadership {
    Text institutionRef{};
    std::vector<std::string> roles{};
    Text scope{}, asPrinted{};
    bool operator==(const Leadership&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("institution_ref", self.institutionRef);
        visit.texts("roles", self.roles);
        visit.optional("scope", self.scope);
        visit.optional("as_printed", self.asPrinted);
    }
};

struct Team {
    Text name{}, nameGen{}, localityRef{}, createdInAsPrinted{}, purpose{};
    std::vector<std::string> expectedEffects{};
    Text expectedEffectsAsPrinted{};
    bool operator==(const Team&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("name", self.name);
        visit.optional("name_gen", self.nameGen);
        visit.optional("locality_ref", self.localityRef);
        visit.optional("created_in_as_printed", self.createdInAsPrinted);
        visit.optional("purpose", self.purpose);
        visit.texts("expected_effects", self.expectedEffects);
        visit.optional("expected_effects_as_printed", self.expectedEffectsAsPrinted);
    }
};

struct Venue {
    Text room{}, institutionRef{}, localityRef{}, street{}, textLoc{};
    bool operator==(const Venue&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("room", self.room);
        visit.optional("institution_ref", self.institutionRef);
        visit.optional("locality_ref", self.localityRef);
        visit.optional("street", self.street);
        visit.optional("text_loc", self.textLoc);
    }
};

struct AgendaItem {
    std::string title{};
    Text note{};
    bool operator==(const AgendaItem&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("title", self.title);
        visit.optional("note", self.note);
    }
};

struct Event {
    Text kind{}, heldWithin{}, title{}, date{}, dateText{}, timeFrom{}, timeTo{};
    std::optional<Venue> venue{};
    Text attendedByAsPrinted{}, addressedToAsPrinted{};
    std::vector<std::string> addressedTo{};
    Text openingAsPrinted{}, introduction{};
    std::vector<std::string> purposes{};
    std::vector<AgendaItem> agenda{};
    bool operator==(const Event&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("kind", self.kind);
        visit.optional("held_within", self.heldWithin);
        visit.optional("title", self.title);
        visit.optional("date", self.date);
        visit.optional("date_text", self.dateText);
        visit.optional("time_from", self.timeFrom);
        visit.optional("time_to", self.timeTo);
        visit.object("venue", self.venue);
        visit.optional("attended_by_as_printed", self.attendedByAsPrinted);
        visit.optional("addressed_to_as_printed", self.addressedToAsPrinted);
        visit.texts("addressed_to", self.addressedTo);
        visit.optional("opening_as_printed", self.openingAsPrinted);
        visit.optional("introduction", self.introduction);
        visit.texts("purposes", self.purposes);
        visit.list("agenda", self.agenda);
    }
};

struct DeclarationText {
    Text title{}, frameworkAsPrinted{}, number{}, effectiveDate{}, validityText{};
    bool operator==(const DeclarationText&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("title", self.title);
        visit.optional("framework_as_printed", self.frameworkAsPrinted);
        visit.optional("number", self.number);
        visit.optional("effective_date", self.effectiveDate);
        visit.optional("validity_text", self.validityText);
    }
};

struct Institution {
    std::string id{}, name{};
    Text nameGen{}, localityRef{}, shortName{}, nameSuggested{}, address{}, nip{}, regon{}, krs{}, gender{},
        resources{};
    bool operator==(const Institution&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("id", self.id);
        visit.required("name", self.name);
        visit.optional("name_gen", self.nameGen);
        visit.optional("locality_ref", self.localityRef);
        visit.optional("short_name", self.shortName);
        visit.optional("name_suggested", self.nameSuggested);
        visit.optional("address", self.address);
        visit.optional("nip", self.nip);
        visit.optional("regon", self.regon);
        visit.optional("krs", self.krs);
        visit.optional("gender", self.gender);
        visit.optional("resources", self.resources);
    }
};

struct Person {
    Text rank{}, rankFull{}, firstName{}, lastName{}, formOfAddress{}, gender{}, genderBasis{};
    bool operator==(const Person&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.optional("rank", self.rank);
        visit.optional("rank_full", self.rankFull);
        visit.optional("first_name", self.firstName);
        visit.optional("last_name", self.lastName);
        visit.optional("form_of_address", self.formOfAddress);
        visit.optional("gender", self.gender);
        visit.optional("gender_basis", self.genderBasis);
    }
};

struct Participant {
    std::int64_t order = 0;
    std::optional<Person> person{};
    Text function{}, functionSuggested{}, functionAsPrinted{}, institutionRef{};
    std::vector<std::string> roles{};
    Text roleAsPrinted{}, accession{}, basis{}, note{};
    std::optional<bool> proxy{};
    bool operator==(const Participant&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("order", self.order);
        visit.object("person", self.person);
        visit.optional("function", self.function);
        visit.optional("function_suggested", self.functionSuggested);
        visit.optional("function_as_printed", self.functionAsPrinted);
        visit.optional("institution_ref", self.institutionRef);
        visit.texts("roles", self.roles);
        visit.optional("role_as_printed", self.roleAsPrinted);
        visit.optional("accession", self.accession);
        visit.optional("basis", self.basis);
        visit.optional("proxy", self.proxy);
        visit.optional("note", self.note);
    }
};

struct Photo {
    std::int64_t order = 0;
    std::string id{};
    Text caption{};
    bool operator==(const Photo&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("order", self.order);
        visit.required("id", self.id);
        visit.optional("caption", self.caption);
    }
};

inline constexpr const char* kMeetingSchema = "meeting/1";

struct Meeting {
    std::string schema = kMeetingSchema;
    std::string id{};
    Text language{};
    std::optional<Source> source{};
    std::vector<Locality> localities{};
    std::optional<Project> project{};
    std::vector<Leadership> leadership{};
    std::optional<Team> team{};
    std::optional<Event> meeting{};
    std::optional<DeclarationText> declaration{};
    std::vector<Institution> institutions{};
    std::vector<Participant> participants{};
    std::vector<Photo> photos{};
    Text accessionListAsPrinted{};
    bool operator==(const Meeting&) const = default;
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("schema", self.schema);
        visit.required("id", self.id);
        visit.optional("language", self.language);
        visit.object("source", self.source);
        visit.list("localities", self.localities);
        visit.object("project", self.project);
        visit.list("leadership", self.leadership);
        visit.object("team", self.team);
        visit.object("meeting", self.meeting);
        visit.object("declaration", self.declaration);
        visit.list("institutions", self.institutions);
        visit.list("participants", self.participants);
        visit.list("photos", self.photos);
        visit.optional("accession_list_as_printed", self.accessionListAsPrinted);
    }
};

const Institution* findInstitution(const Meeting& meeting, const Text& id);
const Locality* findLocality(const Meeting& meeting, const Text& id);

/// The name of the participant's institution; empty where there is none.
std::string institutionName(const Meeting& meeting, const Participant& participant);

/// rank + first + last name; empty where there is no person.
std::string titleName(const Participant& participant);

/// Who gets a declaration: roles partner, strategic_partner, signatory or signing_participant, or an accession.
bool getsDeclaration(const Participant& participant);

}  // namespace domain
