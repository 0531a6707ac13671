#include "server/http/meeting_part_routes.h"

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

struct MeetingPartRoutesTest : testing::Test, support::MeetingService {
    const std::string people = "/meetings/" + knurow + "/participants";
    const std::string houses = "/meetings/" + knurow + "/institutions";
};

TEST_F(MeetingPartRoutesTest, AddShowChangeAndRemoveAParticipant) {
    const auto added = ask("POST", people, R"({"order": 90, "person": {"last_name": "Próbna"}, "function": "Sędzia"})");
    ASSERT_EQ(added.status, 201);
    EXPECT_EQ(fieldOf(added, "location"), "/api/v1" + people + "/90");
    EXPECT_EQ(get(people + "/90").body, added.body);
    EXPECT_EQ(ask("PUT", people + "/90", added.body).status, 428);
    const auto changed = put(people + "/90", R"({"order": 90, "function": "Prezes"})");
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(textAt(changed, "function"), "Prezes");
    EXPECT_EQ(remove(people + "/90").status, 204);
    EXPECT_EQ(get(people + "/90").status, 404);
}

TEST_F(MeetingPartRoutesTest, TellFaultsOfAParticipant) {
    EXPECT_EQ(typeOf(ask("POST", people, R"({"order": 1, "function": "x"})")), "participant-exists");
    const auto unknown = ask("POST", people, R"({"order": 90, "phone": "1"})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(pointers(unknown), Lines{"/phone"});
    const auto loose = ask("POST", people, R"({"order": 90, "institution_ref": "nic"})");
    EXPECT_EQ(loose.status, 422);
    EXPECT_EQ(pointers(loose), Lines{"/institution_ref"});
    const auto other = put(people + "/1", R"({"order": 90, "function": "x"})");
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(pointers(other), Lines{"/order"});
    for (const char* order : {"x", "01", "+1", "99999999999999999999", "1x"})
        EXPECT_EQ(get(people + '/' + order).status, 404) << order;
    EXPECT_EQ(get("/meetings/nic/participants").status, 404);
}

TEST_F(MeetingPartRoutesTest, ListParticipantsByTheirOrder) {
    const auto all = allAt(get(people), "order");
    const auto first = get(people + "?limit=2");
    EXPECT_EQ(allAt(first, "order"), Lines(all.begin(), all.begin() + 2));
    EXPECT_EQ(allAt(get(people + "?after=" + textAt(first, "pagination.next")), "order"),
              Lines(all.begin() + 2, all.end()));
    EXPECT_EQ(get(people + "?after=x").status, 400);
}

TEST_F(MeetingPartRoutesTest, AddShowChangeAndRemoveAnInstitution) {
    const auto added = ask("POST", houses, R"({"id": "sąd/1", "name": "Sąd"})");
    ASSERT_EQ(added.status, 201);
    const std::string place = fieldOf(added, "location");
    EXPECT_EQ(place, "/api/v1" + houses + "/s%C4%85d%2F1");
    const std::string house = place.substr(std::string("/api/v1").size());
    EXPECT_EQ(get(house).body, added.body);
    EXPECT_EQ(typeOf(ask("POST", houses, R"({"id": "sąd/1", "name": "Inny"})")), "institution-exists");
    EXPECT_EQ(put(house, R"({"id": "sąd/1", "name": "Sąd Rejonowy"})").status, 200);
    EXPECT_EQ(pointers(put(house, R"({"id": "sad", "name": "Sąd"})")), Lines{"/id"});
    const std::string next = textAt(get(houses + "?limit=1"), "pagination.next");
    const auto rest = allAt(get(houses + "?after=" + next), "id");
    EXPECT_EQ(rest.size() + 1, rows.meeting(knurow)->institutions.size());
    EXPECT_EQ(remove(house).status, 204);
    EXPECT_EQ(typeOf(remove(houses + "/mops-knurow")), "institution-in-use");
}

}  // namespace
}  // namespace http
