#include "server/workflow/projects.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"
#include "tests/support/meetings.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;
using support::faultsOf;
using Lines = std::vector<std::string>;

struct ProjectsTest : testing::Test, support::MeetingRows {
    Projects projects{ports};

    void saveWith(const std::string& id, const std::string& rest) {
        rows.saveMeeting(readMeeting(R"({"schema": "meeting/1", "id": ")" + id + "\", " + rest + '}', "m"));
    }
};

// python3: base64.b32encode(hashlib.sha256(b"kooperacje 3d").digest()).lower()[:10]
TEST_F(ProjectsTest, HaveAnIdOfTheirName) {
    EXPECT_EQ(sharedId("Kooperacje 3D"), "wdvuwucvvo");
    EXPECT_EQ(sharedId("  KOOPERACJE \t 3d\u00A0"), sharedId("Kooperacje 3D"));
    EXPECT_EQ(sharedId("ŁÓDŹ"), sharedId("łódź"));
    EXPECT_NE(sharedId("Kooperacje 3"), sharedId("Kooperacje 3D"));
    EXPECT_EQ(sharedId(" "), "");
}

TEST_F(ProjectsTest, AreNamedByNumberTitleOrShortName) {
    domain::Project project;
    EXPECT_EQ(nameOf(project), "");
    project.nameShort = "K3D";
    EXPECT_EQ(nameOf(project), "K3D");
    project.title = "Kooperacje";
    EXPECT_EQ(nameOf(project), "Kooperacje");
    project.number = "POWR.1";
    EXPECT_EQ(nameOf(project), "POWR.1");
}

TEST_F(ProjectsTest, AreOneOverAllTheirMeetings) {
    saveWith("a", R"("project": {"title": "Jeden", "goal": "pierwszy"}, "team": {"name": "Zespół"})");
    saveWith("b", R"("project": {"title": "jeden", "goal": "drugi"}, "team": {"purpose": "bez nazwy"})");
    const auto one = projects.project(sharedId("Jeden"));
    EXPECT_EQ(one.meetings, (Lines{"a", "b"}));
    EXPECT_EQ(one.value.goal, "pierwszy");
    EXPECT_EQ(projects.team(sharedId("Zespół")).meetings, Lines{"a"});
    EXPECT_EQ(projects.teams().size(), 3U);
    EXPECT_EQ(failureOf([&] { projects.project("aaaaaaaaaa"); }), "project.unknown");
    EXPECT_EQ(failureOf([&] { projects.team("aaaaaaaaaa"); }), "team.unknown");
}

TEST_F(ProjectsTest, AreChangedInEveryMeeting) {
    saveWith("a", R"("project": {"title": "Jeden"})");
    saveWith("b", R"("project": {"title": "Jeden"})");
    std::string seen;
    const auto changed =
        projects.replaceProject(clerk, sharedId("Jeden"), tree(R"({"title": "Dwa", "number": "7"})"), see(seen));
    EXPECT_EQ(seen, R"({"id":")" + sharedId("Jeden") + R"(","meetings":["a","b"],"project":{"title":"Jeden"}})");
    EXPECT_EQ(changed.id, sharedId("7"));
    EXPECT_EQ(changed.meetings, (Lines{"a", "b"}));
    EXPECT_EQ(rows.meeting("a")->project->title, "Dwa");
    EXPECT_EQ(rows.meeting("b")->project->number, "7");
    EXPECT_EQ(codeOf([&] { projects.project(sharedId("Jeden")); }), ErrorCode::notFound);
    EXPECT_EQ(told(), (Lines{"project.change a " + sharedId("Jeden"), "project.change b " + sharedId("Jeden")}));
}

TEST_F(ProjectsTest, ChangeNothingWhereOneMeetingCannotHaveIt) {
    saveWith("a", R"("localities": [{"id": "tu", "name": "Tu"}], "team": {"name": "Zespół"})");
    saveWith("b", R"("team": {"name": "Zespół"})");
    const auto wanted = tree(R"({"name": "Zespół", "locality_ref": "tu"})");
    EXPECT_EQ(faultsOf([&] { projects.replaceTeam(clerk, sharedId("Zespół"), wanted, {}); }),
              Lines{"/locality_ref json.no_reference"});
    EXPECT_FALSE(rows.meeting("a")->team->localityRef);
    EXPECT_EQ(faultsOf([&] { projects.replaceTeam(clerk, sharedId("Zespół"), tree(R"({"x": 1})"), {}); }),
              Lines{"/x json.unknown_key"});
    EXPECT_EQ(faultsOf([&] { projects.replaceTeam(clerk, sharedId("Zespół"), tree("{}"), {}); }),
              Lines{"project.no_name"});
    EXPECT_EQ(failureOf([&] { projects.replaceTeam(clerk, sharedId("Zespół"), wanted, refuse); }), "status.412");
    EXPECT_TRUE(told().empty());
}

TEST_F(ProjectsTest, ShowInstitutionsWithTheIdsThatMeetingsGiveThem) {
    saveWith("a", R"("institutions": [{"id": "x", "name": "Sąd Próbny"}])");
    saveWith("b", R"("institutions": [{"id": "y", "name": "SĄD  próbny"}])");
    for (const SharedInstitution& one : projects.institutions())
        if (one.id == sharedId("Sąd Próbny")) {
            EXPECT_EQ(valueJson(sharedValue(one)),
                      R"({"id":")" + one.id + R"(","institution":{"id":"x","name":"Sąd Próbny"},"meetings":)" +
                          R"([{"institution":"x","meeting":"a"},{"institution":"y","meeting":"b"}]})");
            return;
        }
    FAIL();
}

}  // namespace
}  // namespace workflow
