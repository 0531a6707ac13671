#include "server/workflow/projects.h"

#include <algorithm>
#include <map>

#include "base/letters.h"
#include "base/utf8.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/writing.h"
#include "signing/digest.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kIdLetters = 10;  // of five bits each

/// In small letters, with single spaces.
std::string normalised(std::string_view name) {
    std::string plain;
    bool isGap = false;
    for (const char32_t point : base::codePoints(name)) {
        if (point == U' ' || point == U'\u00A0' || (point >= U'\t' && point <= U'\r')) {
            isGap = !plain.empty();
            continue;
        }
        if (isGap) plain += ' ';
        isGap = false;
        base::appendUtf8(plain, base::smallLetter(point));
    }
    return plain;
}

/// What is special about projects among what meetings share.
struct ProjectKind {
    using Value = domain::Project;
    static constexpr const char* kMember = "project";
    static std::vector<PartOf<Value>> all(Store& rows) { return rows.projects(); }
    static const std::optional<Value>& of(const domain::Meeting& meeting) { return meeting.project; }
    static std::string name(const Value& project) { return nameOf(project); }
    static base::Message unknown() { return say("project.unknown"); }
    static std::string changed() { return "project.change"; }
};

struct TeamKind {
    using Value = domain::Team;
    static constexpr const char* kMember = "team";
    static std::vector<PartOf<Value>> all(Store& rows) { return rows.teams(); }
    static const std::optional<Value>& of(const domain::Meeting& meeting) { return meeting.team; }
    static std::string name(const Value& team) { return team.name.value_or(""); }
    static base::Message unknown() { return say("team.unknown"); }
    static std::string changed() { return "team.change"; }
};

template <class Kind>
std::vector<Shared<typename Kind::Value>> allOf(Store& rows) {
    std::map<std::string, Shared<typename Kind::Value>> all;
    for (auto& [meeting, value] : Kind::all(rows)) {
        const std::string id = sharedId(Kind::name(value));
        if (id.empty()) continue;
        auto& shared = all[id];
        if (shared.meetings.empty()) shared = {id, std::move(value), {}};
        shared.meetings.push_back(meeting);
    }
    std::vector<Shared<typename Kind::Value>> list;
    list.reserve(all.size());
    for (auto& [id, shared] : all) list.push_back(std::move(shared));
    return list;
}

template <class Kind>
Shared<typename Kind::Value> oneOf(Store& rows, std::string_view id) {
    for (auto& one : allOf<Kind>(rows))
        if (one.id == id) return std::move(one);
    throw Error(ErrorCode::notFound, Kind::unknown());
}

/// The meeting with `tree` as its project or team, read strictly; faults have their pointer within the part.
template <class Kind>
domain::Meeting withShared(const domain::Meeting& meeting, const templates::Value& tree) {
    templates::Value whole = Writing::whole(meeting);
    (*whole.map())[Kind::kMember] = tree;
    try {
        return meetingOfTree(whole);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::data) throw;
        const std::string before = std::string("/") + Kind::kMember;
        std::vector<base::Fault> faults = error.faults();
        for (base::Fault& fault : faults)
            if (fault.place.pointer == before || fault.place.pointer.starts_with(before + '/'))
                fault.place.pointer.erase(0, before.size());
        throw Error(ErrorCode::data, error.message(), std::move(faults));
    }
}

template <class Kind>
Shared<typename Kind::Value> replaced(const MeetingPorts& ports, const domain::Actor& actor, std::string_view id,
                                      const templates::Value& tree, const Expected& expected) {
    Shared<typename Kind::Value> made;
    ports.meetings.transaction([&] {
        const auto before = oneOf<Kind>(ports.meetings, id);
        expect(expected, valueJson(sharedValue(before)));
        for (const std::string& meetingId : before.meetings) {
            const domain::Meeting changed = withShared<Kind>(meetingWith(ports.meetings, meetingId), tree);
            const auto& value = Kind::of(changed);
            made.id = value ? sharedId(Kind::name(*value)) : std::string();
            if (made.id.empty()) throw Error(ErrorCode::data, say("data.faults"), {{{}, say("project.no_name")}});
            ports.meetings.saveMeeting(changed);
            ports.audit.record(actor, {Kind::changed(), "meeting", changed.id, std::string(id)});
        }
        made = oneOf<Kind>(ports.meetings, made.id);
    });
    return made;
}

template <class Kind>
templates::Value valueOf(const Shared<typename Kind::Value>& shared) {
    return templates::Value::Map{{"id", shared.id},
                                 {Kind::kMember, Writing::whole(shared.value)},
                                 {"meetings", templates::Value::List(shared.meetings.begin(), shared.meetings.end())}};
}

}  // namespace

std::string sharedId(std::string_view name) {
    const std::string plain = normalised(name);
    if (plain.empty()) return {};
    std::string id = base::base32(signing::sha256(plain)).substr(0, kIdLetters);
    for (char& letter : id)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    return id;
}

std::string nameOf(const domain::Project& project) {
    for (const domain::Text* name : {&project.number, &project.title, &project.nameShort})
        if (*name) return **name;
    return {};
}

std::vector<Shared<domain::Project>> Projects::projects() { return allOf<ProjectKind>(ports_.meetings); }
std::vector<Shared<domain::Team>> Projects::teams() { return allOf<TeamKind>(ports_.meetings); }

std::vector<SharedInstitution> Projects::institutions() {
    std::map<std::string, SharedInstitution> all;
    for (auto& [meeting, institution] : ports_.meetings.institutions()) {
        const std::string id = sharedId(institution.name);
        const std::string idThere = institution.id;
        SharedInstitution& shared = all[id];
        if (shared.meetings.empty()) shared = {id, std::move(institution), {}};
        shared.meetings.emplace_back(meeting, idThere);
    }
    std::vector<SharedInstitution> list;
    list.reserve(all.size());
    for (auto& [id, shared] : all) list.push_back(std::move(shared));
    return list;
}

Shared<domain::Project> Projects::project(std::string_view id) { return oneOf<ProjectKind>(ports_.meetings, id); }
Shared<domain::Team> Projects::team(std::string_view id) { return oneOf<TeamKind>(ports_.meetings, id); }

Shared<domain::Project> Projects::replaceProject(const domain::Actor& actor, std::string_view id,
                                                 const templates::Value& tree, const Expected& expected) {
    return replaced<ProjectKind>(ports_, actor, id, tree, expected);
}

Shared<domain::Team> Projects::replaceTeam(const domain::Actor& actor, std::string_view id,
                                           const templates::Value& tree, const Expected& expected) {
    return replaced<TeamKind>(ports_, actor, id, tree, expected);
}

templates::Value sharedValue(const Shared<domain::Project>& project) { return valueOf<ProjectKind>(project); }
templates::Value sharedValue(const Shared<domain::Team>& team) { return valueOf<TeamKind>(team); }

templates::Value sharedValue(const SharedInstitution& institution) {
    templates::Value::List meetings;
    for (const auto& [meeting, id] : institution.meetings)
        meetings.emplace_back(templates::Value::Map{{"meeting", meeting}, {"institution", id}});
    return templates::Value::Map{
        {"id", institution.id}, {"institution", Writing::whole(institution.value)}, {"meetings", std::move(meetings)}};
}

}  // namespace workflow
