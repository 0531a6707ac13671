#include "server/workflow/meetings.h"

#include <algorithm>

#include "base/civil_date.h"
#include "server/workflow/csv.h"
#include "server/workflow/import_meeting.h"
#include "server/workflow/import_partners.h"
#include "server/workflow/meeting_json.h"

namespace workflow {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr std::size_t kLongestId = 64;
constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

/// A new meeting's id stands in addresses and cursors; those that the command line imported may be any text.
bool isPlainId(std::string_view id) {
    return id.size() <= kLongestId && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

[[noreturn]] void throwFault(const char* pointer, base::Message message) {
    throw Error(ErrorCode::data, say("data.faults"), {{{{}, 0, 0, pointer}, std::move(message)}});
}

/// "0026" is what somebody types who means 2026.
void expectLikelyYear(const domain::Meeting& meeting) {
    const auto day = meeting.meeting && meeting.meeting->date ? base::parseDate(*meeting.meeting->date) : std::nullopt;
    if (day && (int(day->year()) < kFirstYear || int(day->year()) > kLastYear))
        throwFault("/meeting/date", say("meeting.odd_year"));
}

std::string numbersOf(const domain::Meeting& meeting) {
    return "participants " + std::to_string(meeting.participants.size()) + " institutions " +
           std::to_string(meeting.institutions.size());
}

/// A list's faults are csv's, whatever reads them.
domain::Meeting withList(const domain::Meeting& meeting, base::ByteView csv) {
    try {
        return withPartners(meeting, csv, "");
    } catch (const Error& error) {
        if (error.code() != ErrorCode::data) throw;
        throw Error(ErrorCode::data, say("csv.faults"), error.faults());
    }
}

}  // namespace

void expect(const Expected& expected, std::string_view json) {
    if (expected) expected(json);
}

domain::Meeting meetingWith(Store& rows, std::string_view id) {
    auto found = rows.meeting(id);
    if (!found) throw Error(ErrorCode::notFound, say("meeting.unknown"));
    return std::move(*found);
}

MeetingSummary Meetings::summary(std::string_view id) {
    auto found = ports_.meetings.summary(id);
    if (!found) throw Error(ErrorCode::notFound, say("meeting.unknown"));
    return std::move(*found);
}

domain::Meeting Meetings::planned(const templates::Value& tree) {
    domain::Meeting meeting = meetingOfTree(tree);
    if (!isPlainId(meeting.id)) throwFault("/id", say("meeting.bad_id", {std::to_string(kLongestId)}));
    expectLikelyYear(meeting);
    if (ports_.meetings.meeting(meeting.id)) throw Error(ErrorCode::conflict, say("meeting.exists"));
    return meeting;
}

domain::Meeting Meetings::make(const domain::Actor& actor, const templates::Value& tree) {
    domain::Meeting meeting;
    ports_.meetings.transaction([&] {
        meeting = planned(tree);
        ports_.meetings.saveMeeting(meeting);
        ports_.audit.record(actor, {"meeting.make", "meeting", meeting.id, numbersOf(meeting)});
    });
    return meeting;
}

domain::Meeting Meetings::replace(const domain::Actor& actor, std::string_view id, const templates::Value& tree,
                                  const Expected& expected) {
    domain::Meeting meeting;
    ports_.meetings.transaction([&] {
        expect(expected, meetingJson(meetingWith(ports_.meetings, id)));
        meeting = meetingOfTree(tree);
        if (meeting.id != id) throwFault("/id", say("data.other_id"));
        expectLikelyYear(meeting);
        ports_.meetings.saveMeeting(meeting);
        ports_.audit.record(actor, {"meeting.change", "meeting", meeting.id, numbersOf(meeting)});
    });
    return meeting;
}

bool Meetings::hasDocuments(std::string_view id) {
    return !ports_.documents.signings({std::string(id), std::nullopt, {"", 1}}).empty();
}

void Meetings::remove(const domain::Actor& actor, std::string_view id, const Expected& expected) {
    ports_.meetings.transaction([&] {
        const domain::Meeting meeting = meetingWith(ports_.meetings, id);
        expect(expected, meetingJson(meeting));
        if (hasDocuments(id) || ports_.meetings.hasRecords(id)) throw Error(ErrorCode::conflict, say("meeting.in_use"));
        ports_.meetings.removeMeeting(id);
        ports_.office.removePhotosOf(id);
        ports_.audit.record(actor, {"meeting.remove", "meeting", meeting.id, numbersOf(meeting)});
    });
}

PartnerImport Meetings::plannedPartners(std::string_view id, base::ByteView csv) {
    const domain::Meeting before = meetingWith(ports_.meetings, id);
    PartnerImport made{withList(before, csv), {}};
    const auto replaced =
        std::count_if(before.participants.begin(), before.participants.end(), domain::getsDeclaration);
    if (replaced > 0) made.notices.push_back(say("meeting.partners_replaced", {std::to_string(replaced)}));
    if (auto notice = encodingNotice(csv)) made.notices.push_back(std::move(*notice));
    if (hasDocuments(id)) made.notices.push_back(say("meeting.has_documents"));
    return made;
}

PartnerImport Meetings::importPartners(const domain::Actor& actor, std::string_view id, base::ByteView csv,
                                       const Expected& expected) {
    PartnerImport made;
    ports_.meetings.transaction([&] {
        if (expected) expected(meetingJson(meetingWith(ports_.meetings, id)));
        made = plannedPartners(id, csv);
        ports_.meetings.saveMeeting(made.meeting);
        ports_.audit.record(actor, {"meeting.partners", "meeting", made.meeting.id, numbersOf(made.meeting)});
    });
    return made;
}

}  // namespace workflow
