#include "server/workflow/meeting_parts.h"

#include <algorithm>

#include "server/domain/references.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/writing.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

/// What is special about participants among a meeting's parts.
struct ParticipantPart {
    using Value = domain::Participant;
    using Key = std::int64_t;
    static constexpr const char* kList = "participants";
    static constexpr const char* kKeyPointer = "/order";
    static Key keyOf(const Value& one) { return one.order; }
    static std::string text(Key key) { return std::to_string(key); }
    static std::vector<Value>& of(domain::Meeting& meeting) { return meeting.participants; }
    static base::Message unknown() { return say("participant.unknown"); }
    static base::Message exists() { return say("participant.exists"); }
    static base::Message otherKey() { return say("data.other_order"); }
    static std::string added() { return "participant.add"; }
    static std::string changed() { return "participant.change"; }
    static std::string removed() { return "participant.remove"; }
    static bool isReferredTo(const domain::Meeting&, Key) { return false; }
};

struct InstitutionPart {
    using Value = domain::Institution;
    using Key = std::string;
    static constexpr const char* kList = "institutions";
    static constexpr const char* kKeyPointer = "/id";
    static Key keyOf(const Value& one) { return one.id; }
    static std::string text(const Key& key) { return key; }
    static std::vector<Value>& of(domain::Meeting& meeting) { return meeting.institutions; }
    static base::Message unknown() { return say("institution.unknown"); }
    static base::Message exists() { return say("institution.exists"); }
    static base::Message otherKey() { return say("data.other_id"); }
    static std::string added() { return "institution.add"; }
    static std::string changed() { return "institution.change"; }
    static std::string removed() { return "institution.remove"; }
    static bool isReferredTo(const domain::Meeting& meeting, const Key& id) {
        return domain::isInstitutionUsed(meeting, id);
    }
};

template <class Part>
std::size_t placeIn(domain::Meeting& meeting, const typename Part::Key& key) {
    const auto& all = Part::of(meeting);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return Part::keyOf(one) == key; });
    return static_cast<std::size_t>(found - all.begin());
}

/// The place of what must be there.
template <class Part>
std::size_t placeOf(domain::Meeting& meeting, const typename Part::Key& key) {
    const std::size_t place = placeIn<Part>(meeting, key);
    if (place == Part::of(meeting).size()) throw Error(ErrorCode::notFound, Part::unknown());
    return place;
}

template <class Part>
std::vector<typename Part::Value> sorted(domain::Meeting meeting) {
    auto all = std::move(Part::of(meeting));
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return Part::keyOf(left) < Part::keyOf(right); });
    return all;
}

/// The meeting with `tree` at this place of the part's list, or behind its end; read strictly as a whole. Faults of the
/// part have their pointer within it.
template <class Part>
domain::Meeting withPart(const domain::Meeting& meeting, std::size_t place, const templates::Value& tree) {
    templates::Value whole = Writing::whole(meeting);
    templates::Value& list = (*whole.map())[Part::kList];
    if (list.list() == nullptr) list = templates::Value::List{};
    if (place == list.list()->size())
        list.list()->push_back(tree);
    else
        (*list.list())[place] = tree;
    try {
        return meetingOfTree(whole);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::data) throw;
        const std::string before = std::string("/") + Part::kList + '/' + std::to_string(place);
        std::vector<base::Fault> faults = error.faults();
        for (base::Fault& fault : faults)
            if (fault.place.pointer == before || fault.place.pointer.starts_with(before + '/'))
                fault.place.pointer.erase(0, before.size());
        throw Error(ErrorCode::data, error.message(), std::move(faults));
    }
}

/// The key that the tree names; nothing where it names none that could be one.
std::optional<std::int64_t> keyIn(const templates::Value& tree, const ParticipantPart&) {
    const templates::Value* order = tree.find("order");
    return order == nullptr || order->integer() == nullptr ? std::nullopt : std::optional(*order->integer());
}
std::optional<std::string> keyIn(const templates::Value& tree, const InstitutionPart&) {
    const templates::Value* id = tree.find("id");
    return id == nullptr || id->text() == nullptr ? std::nullopt : std::optional(*id->text());
}

}  // namespace

template <class Part>
typename Part::Value MeetingParts::add(const domain::Actor& actor, std::string_view meetingId,
                                       const templates::Value& tree) {
    typename Part::Value added;
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        const std::size_t end = Part::of(meeting).size();
        if (const auto key = keyIn(tree, Part{}); key && placeIn<Part>(meeting, *key) != end)
            throw Error(ErrorCode::conflict, Part::exists());
        domain::Meeting changed = withPart<Part>(meeting, end, tree);
        added = Part::of(changed).back();
        ports_.meetings.saveMeeting(changed);
        ports_.audit.record(actor, {Part::added(), "meeting", changed.id, Part::text(Part::keyOf(added))});
    });
    return added;
}

template <class Part>
typename Part::Value MeetingParts::replace(const domain::Actor& actor, std::string_view meetingId,
                                           const typename Part::Key& key, const templates::Value& tree,
                                           const Expected& expected) {
    typename Part::Value replaced;
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        const std::size_t place = placeOf<Part>(meeting, key);
        expect(expected, valueJson(Writing::whole(Part::of(meeting)[place])));
        if (const auto named = keyIn(tree, Part{}); named && *named != key)
            throw Error(ErrorCode::data, say("data.faults"), {{{{}, 0, 0, Part::kKeyPointer}, Part::otherKey()}});
        domain::Meeting changed = withPart<Part>(meeting, place, tree);
        replaced = Part::of(changed)[place];
        ports_.meetings.saveMeeting(changed);
        ports_.audit.record(actor, {Part::changed(), "meeting", changed.id, Part::text(key)});
    });
    return replaced;
}

template <class Part>
void MeetingParts::remove(const domain::Actor& actor, std::string_view meetingId, const typename Part::Key& key,
                          const Expected& expected) {
    ports_.meetings.transaction([&] {
        domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
        const std::size_t place = placeOf<Part>(meeting, key);
        expect(expected, valueJson(Writing::whole(Part::of(meeting)[place])));
        if (Part::isReferredTo(meeting, key)) throw Error(ErrorCode::conflict, say("institution.in_use"));
        auto& all = Part::of(meeting);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
        ports_.meetings.saveMeeting(meeting);
        ports_.audit.record(actor, {Part::removed(), "meeting", meeting.id, Part::text(key)});
    });
}

std::vector<domain::Participant> MeetingParts::participants(std::string_view meetingId) {
    return sorted<ParticipantPart>(meetingWith(ports_.meetings, meetingId));
}

domain::Participant MeetingParts::participant(std::string_view meetingId, std::int64_t order) {
    domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
    return meeting.participants[placeOf<ParticipantPart>(meeting, order)];
}

domain::Participant MeetingParts::addParticipant(const domain::Actor& actor, std::string_view meetingId,
                                                 const templates::Value& tree) {
    return add<ParticipantPart>(actor, meetingId, tree);
}

domain::Participant MeetingParts::replaceParticipant(const domain::Actor& actor, std::string_view meetingId,
                                                     std::int64_t order, const templates::Value& tree,
                                                     const Expected& expected) {
    return replace<ParticipantPart>(actor, meetingId, order, tree, expected);
}

void MeetingParts::removeParticipant(const domain::Actor& actor, std::string_view meetingId, std::int64_t order,
                                     const Expected& expected) {
    remove<ParticipantPart>(actor, meetingId, order, expected);
}

std::vector<domain::Institution> MeetingParts::institutions(std::string_view meetingId) {
    return sorted<InstitutionPart>(meetingWith(ports_.meetings, meetingId));
}

domain::Institution MeetingParts::institution(std::string_view meetingId, std::string_view id) {
    domain::Meeting meeting = meetingWith(ports_.meetings, meetingId);
    return meeting.institutions[placeOf<InstitutionPart>(meeting, std::string(id))];
}

domain::Institution MeetingParts::addInstitution(const domain::Actor& actor, std::string_view meetingId,
                                                 const templates::Value& tree) {
    return add<InstitutionPart>(actor, meetingId, tree);
}

domain::Institution MeetingParts::replaceInstitution(const domain::Actor& actor, std::string_view meetingId,
                                                     std::string_view id, const templates::Value& tree,
                                                     const Expected& expected) {
    return replace<InstitutionPart>(actor, meetingId, std::string(id), tree, expected);
}

void MeetingParts::removeInstitution(const domain::Actor& actor, std::string_view meetingId, std::string_view id,
                                     const Expected& expected) {
    remove<InstitutionPart>(actor, meetingId, std::string(id), expected);
}

}  // namespace workflow
