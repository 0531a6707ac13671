#include "server/http/project_routes.h"

#include <gtest/gtest.h>

#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::allAt;
using support::fieldOf;
using support::pointers;
using support::textAt;
using support::typeOf;
using Lines = std::vector<std::string>;

struct ProjectRoutesTest : testing::Test, support::MeetingService {};

TEST_F(ProjectRoutesTest, ShowAndChangeAProject) {
    const auto ids = allAt(get("/projects"), "id");
    ASSERT_FALSE(ids.empty());
    const std::string path = "/projects/" + workflow::sharedId(workflow::nameOf(*rows.meeting(knurow)->project));
    const auto shown = get(path);
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(ask("PUT", path, R"({"title": "Nowy"})").status, 428);
    EXPECT_EQ(pointers(put(path, R"({"title": "Nowy", "owner": "x"})")), Lines{"/owner"});
    const auto changed = put(path, R"({"title": "Nowy tytuł"})");
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(textAt(changed, "id"), workflow::sharedId("nowy tytuł"));
    EXPECT_EQ(rows.meeting(knurow)->project->title, "Nowy tytuł");
    EXPECT_EQ(get(path).status, 404);
    EXPECT_EQ(get("/projects/" + textAt(changed, "id")).body, changed.body);
    EXPECT_EQ(typeOf(get("/projects/nic")), "project-unknown");
}

TEST_F(ProjectRoutesTest, ShowAndChangeATeam) {
    const std::string path = "/teams/" + workflow::sharedId(*rows.meeting(knurow)->team->name);
    EXPECT_EQ(textAt(get(path), "team.locality_ref"), "knurow");
    const auto loose = put(path, R"({"name": "Zespół", "locality_ref": "nic"})");
    EXPECT_EQ(loose.status, 422);
    EXPECT_EQ(pointers(loose), Lines{"/locality_ref"});
    EXPECT_EQ(textAt(put(path, R"({"name": "Zespół"})"), "meetings.0"), knurow);
    EXPECT_EQ(allAt(get("/teams"), "id").size(), 2U);
    EXPECT_EQ(allAt(get("/teams?limit=1"), "id").size(), 1U);
}

TEST_F(ProjectRoutesTest, ListInstitutionsOverAllMeetings) {
    const auto all = allAt(get("/institutions?limit=200"), "id");
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
    const auto first = get("/institutions?limit=3");
    const auto rest = allAt(get("/institutions?limit=200&after=" + textAt(first, "pagination.next")), "id");
    EXPECT_EQ(Lines(all.begin() + 3, all.end()), rest);
    EXPECT_EQ(ask("POST", "/institutions", "{}").status, 405);
}

}  // namespace
}  // namespace http
