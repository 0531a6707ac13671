#include "server/store/meeting_list.h"

#include "server/store/sqlite.h"

namespace store {

std::vector<workflow::MeetingSummary> selectSummaries(Connection& connection, const workflow::PageWish& page) {
    Statement rows(
        connection,
        "SELECT one.of_meeting, event.title, event.date, team.name, "
        "coalesce(project.title, project.number, project.name_short), "
        "(SELECT count(*) FROM meeting_participants people WHERE people.of_meeting = one.of_meeting) "
        "FROM meeting one LEFT JOIN meeting_meeting event USING (of_meeting) "
        "LEFT JOIN meeting_team team USING (of_meeting) LEFT JOIN meeting_project project USING (of_meeting) "
        "WHERE one.of_meeting > ? ORDER BY one.of_meeting LIMIT ?");
    rows.bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    std::vector<workflow::MeetingSummary> all;
    while (rows.step()) {
        workflow::MeetingSummary& one = all.emplace_back();
        one.id = rows.text();
        one.title = rows.textOrNull();
        one.date = rows.textOrNull();
        one.team = rows.textOrNull();
        one.project = rows.textOrNull();
        one.participants = rows.number();
    }
    return all;
}

}  // namespace store
