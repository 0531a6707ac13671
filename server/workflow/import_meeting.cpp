#include "server/workflow/import_meeting.h"

#include <map>
#include <set>

#include "base/civil_date.h"
#include "server/domain/tax_number.h"
#include "server/workflow/json_value.h"
#include "server/workflow/reading.h"
#include "server/workflow/writing.h"

namespace workflow {
namespace {

using base::say;

template <class T>
T readWhole(const templates::Value& source, const std::string& file, const char* schema,
            std::vector<base::Fault>& faults) {
    T made;
    if (source.map() == nullptr) {
        faults.push_back({{file, 0, 0, {}}, say("json.wants_object")});
        return made;
    }
    Reading::whole(source, "", file, faults, made);
    if (!made.schema.empty() && made.schema != schema)
        faults.push_back({{file, 0, 0, "/schema"}, say("json.wrong_schema", {made.schema, schema})});
    return made;
}

/// What the fields mean together. What follows from a fault that is told already is not told again.
class Rules {
public:
    Rules(const domain::Meeting& meeting, const std::string& file, std::vector<base::Fault>& faults)
        : meeting_(meeting), file_(file), faults_(faults) {
        for (const base::Fault& fault : faults) told_.insert(fault.place.pointer);
    }

    void check() {
        uniqueIds();
        for (std::size_t i = 0; i < meeting_.institutions.size(); ++i) {
            const std::string pointer = "/institutions/" + std::to_string(i);
            locality(meeting_.institutions[i].localityRef, pointer);
            if (const auto& nip = meeting_.institutions[i].nip; nip && !domain::isTaxNumber(*nip))
                fault(pointer + "/nip", say("meeting.bad_tax_number", {*nip}));
        }
        for (std::size_t i = 0; i < meeting_.leadership.size(); ++i)
            institution(meeting_.leadership[i].institutionRef, "/leadership/" + std::to_string(i));
        for (std::size_t i = 0; i < meeting_.participants.size(); ++i)
            participant(meeting_.participants[i], "/participants/" + std::to_string(i));
        if (meeting_.team) locality(meeting_.team->localityRef, "/team");
        if (!meeting_.meeting) return;
        if (meeting_.meeting->date && !base::parseDate(*meeting_.meeting->date))
            fault("/meeting/date", say("json.no_date", {*meeting_.meeting->date}));
        if (!meeting_.meeting->venue) return;
        locality(meeting_.meeting->venue->localityRef, "/meeting/venue");
        institution(meeting_.meeting->venue->institutionRef, "/meeting/venue");
    }

private:
    template <class T>
    void uniqueIds(const std::vector<T>& all, const std::string& pointer) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string place = pointer + std::to_string(i);
            if (!isTold(place, "/id") && !seen.insert(all[i].id).second)
                fault(place + "/id", say("json.twice", {all[i].id}));
        }
    }
    void uniqueIds() {
        uniqueIds(meeting_.localities, "/localities/");
        uniqueIds(meeting_.institutions, "/institutions/");
        std::set<std::int64_t> orders;
        for (std::size_t i = 0; i < meeting_.participants.size(); ++i) {
            const std::string place = "/participants/" + std::to_string(i);
            const std::int64_t order = meeting_.participants[i].order;
            if (!isTold(place, "/order") && !orders.insert(order).second)
                fault(place + "/order", say("json.twice", {std::to_string(order)}));
        }
    }
    void participant(const domain::Participant& one, const std::string& pointer) {
        institution(one.institutionRef, pointer);
        if (isToldWithin(pointer)) return;  // then it may be what says who it is
        const bool isSomebody = one.person || one.function || one.functionAsPrinted || one.institutionRef;
        if (!isSomebody) fault(pointer, say("meeting.nobody"));
        const bool isParty = one.function || one.institutionRef;
        if (!domain::getsDeclaration(one) || !isSomebody) return;
        if (!isParty) fault(pointer, say("meeting.no_party"));
        const auto [earlier, isFirst] = partners_.emplace(participantText(one), one.order);
        if (!isFirst) fault(pointer, say("meeting.participant_twice", {std::to_string(earlier->second)}));
    }
    void institution(const domain::Text& id, const std::string& pointer) {
        if (id && domain::findInstitution(meeting_, id) == nullptr &&
            areReadable("/institutions", meeting_.institutions))
            fault(pointer + "/institution_ref", say("json.no_reference", {*id}));
    }
    void locality(const domain::Text& id, const std::string& pointer) {
        if (id && domain::findLocality(meeting_, id) == nullptr && areReadable("/localities", meeting_.localities))
            fault(pointer + "/locality_ref", say("json.no_reference", {*id}));
    }
    /// Whether a fault of the value, or of this member of it, was found before.
    bool isTold(const std::string& pointer, const char* member) const {
        return told_.contains(pointer) || told_.contains(pointer + member);
    }
    bool isToldWithin(const std::string& pointer) const {
        const auto within = told_.lower_bound(pointer + '/');
        return told_.contains(pointer) || (within != told_.end() && within->starts_with(pointer + '/'));
    }
    /// Whether every id of the list is known, so that what leads to none of them leads nowhere.
    template <class T>
    bool areReadable(const std::string& pointer, const std::vector<T>& all) const {
        if (told_.contains(pointer)) return false;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (isTold(pointer + '/' + std::to_string(i), "/id")) return false;
        return true;
    }
    void fault(const std::string& pointer, base::Message message) {
        faults_.push_back({{file_, 0, 0, pointer}, std::move(message)});
    }

    const domain::Meeting& meeting_;
    const std::string& file_;
    std::vector<base::Fault>& faults_;
    std::map<std::string, std::int64_t> partners_{};  ///< orders by all else that is said of them
    std::set<std::string> told_{};                    ///< pointers of what was found before
};

void check(const domain::Meeting& meeting, const std::string& file, std::vector<base::Fault>& faults) {
    Rules(meeting, file, faults).check();
}

void check(const domain::Office& office, const std::string& file, std::vector<base::Fault>& faults) {
    const auto oneOf = [&](const domain::Text& value, const char* pointer, const char* first, const char* second) {
        if (value && *value != first && *value != second)
            faults.push_back({{file, 0, 0, pointer}, say("json.one_of", {*value, first, second})});
    };
    oneOf(office.signing, "/signing", "electronic", "paper");
    if (!office.declaration) return;
    oneOf(office.declaration->form, "/declaration/form", "individual", "joint");
    const domain::Text& date = office.declaration->effectiveDate;
    if (date && !base::parseDate(*date))
        faults.push_back({{file, 0, 0, "/declaration/effective_date"}, say("json.no_date", {*date})});
}

void throwIfAny(std::vector<base::Fault> faults, base::Message message) {
    if (!faults.empty()) throw base::Error(base::ErrorCode::data, std::move(message), std::move(faults));
}

template <class T>
T ofTree(const templates::Value& tree, const char* schema) {
    std::vector<base::Fault> faults;
    T made = readWhole<T>(tree, "", schema, faults);
    const bool isReadable = faults.empty();
    check(made, "", faults);
    throwIfAny(std::move(faults), say(isReadable ? "data.faults" : "json.body"));
    return made;
}

}  // namespace

std::string participantText(domain::Participant participant) {
    participant.order = 0;
    return valueJson(Writing::whole(participant));
}

domain::Meeting readMeeting(base::ByteView json, std::string_view file) {
    const std::string name(file);
    std::vector<base::Fault> faults;
    auto meeting = readWhole<domain::Meeting>(readJson(json, name), name, domain::kMeetingSchema, faults);
    check(meeting, name, faults);
    throwIfAny(std::move(faults), say("json.faults", {name}));
    return meeting;
}

domain::Office readOffice(base::ByteView json, std::string_view file) {
    const std::string name(file);
    std::vector<base::Fault> faults;
    auto office = readWhole<domain::Office>(readJson(json, name), name, domain::kOfficeSchema, faults);
    check(office, name, faults);
    throwIfAny(std::move(faults), say("json.faults", {name}));
    return office;
}

domain::Meeting meetingOfTree(const templates::Value& tree) {
    return ofTree<domain::Meeting>(tree, domain::kMeetingSchema);
}

domain::Office officeOfTree(const templates::Value& tree) {
    return ofTree<domain::Office>(tree, domain::kOfficeSchema);
}

}  // namespace workflow
