#include "server/store/meeting_list.h"

#include "server/store/sqlite.h"

namespace store {

namespace {

const std::string kSummaries =
    "SELECT one.of_meeting, event.title, event.date, team.name, "
    "coalesce(project.title, project.number, project.name_short), "
    "(SELECT count(*) FROM meeting_participants people WHERE people.of_meeting = one.of_meeting), "
    "(SELECT demonstration FROM document WHERE document.meeting = one.of_meeting ORDER BY document.id LIMIT 1) "
    "FROM meeting one LEFT JOIN meeting_meeting event USING (of_meeting) "
    "LEFT JOIN meeting_team team USING (of_meeting) LEFT JOIN meeting_project project USING (of_meeting) WHERE ";

workflow::MeetingSummary summaryOf(Statement& row) {
    workflow::MeetingSummary one;
    one.id = row.text();
    one.title = row.textOrNull();
    one.date = row.textOrNull();
    one.team = row.textOrNull();
    one.project = row.textOrNull();
    one.participants = row.number();
    one.isDemonstration = row.number() != 0;
    return one;
}

}  // namespace

std::vector<workflow::MeetingSummary> selectSummaries(Connection& connection, const workflow::PageWish& page) {
    Statement rows(connection, kSummaries + "one.of_meeting > ? ORDER BY one.of_meeting LIMIT ?");
    rows.bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    std::vector<workflow::MeetingSummary> all;
    while (rows.step()) all.push_back(summaryOf(rows));
    return all;
}

std::optional<workflow::MeetingSummary> selectSummary(Connection& connection, std::string_view meetingId) {
    Statement row(connection, kSummaries + "one.of_meeting = ?");
    row.bind(meetingId);
    return row.step() ? std::optional(summaryOf(row)) : std::nullopt;
}

}  // namespace store
