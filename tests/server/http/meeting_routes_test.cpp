#include "server/http/meeting_routes.h"

#include <gtest/gtest.h>

#include "server/workflow/meeting_json.h"
#include "tests/support/meeting_service.h"

namespace http {
namespace {

using support::allAt;
using support::fieldOf;
using support::pointers;
using support::textAt;
using support::typeOf;
using Lines = std::vector<std::string>;

struct MeetingRoutesTest : testing::Test, support::MeetingService {
    const std::string path = "/meetings/" + knurow;
    const std::string small = R"({"schema": "meeting/1", "id": "nowe-1"})";
    const Fields csv{{"content-type", "text/csv; charset=utf-8"}};
    std::size_t eventCount() { return audit.events({0, 1000}).size(); }
};

TEST_F(MeetingRoutesTest, MakeShowChangeAndRemoveAMeeting) {
    const auto made = ask("POST", "/meetings", small);
    ASSERT_EQ(made.status, 201);
    EXPECT_EQ(fieldOf(made, "location"), "/api/v1/meetings/nowe-1");
    const auto shown = get("/meetings/nowe-1");
    EXPECT_EQ(shown.status, 200);
    EXPECT_EQ(shown.body, made.body);
    EXPECT_EQ(fieldOf(shown, "etag"), fieldOf(made, "etag"));
    const auto changed = put("/meetings/nowe-1", R"({"schema": "meeting/1", "id": "nowe-1", "language": "pl"})");
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(textAt(changed, "language"), "pl");
    EXPECT_NE(fieldOf(changed, "etag"), fieldOf(shown, "etag"));
    EXPECT_EQ(remove("/meetings/nowe-1").status, 204);
    EXPECT_EQ(get("/meetings/nowe-1").status, 404);
    EXPECT_EQ(eventCount(), 3U);
}

TEST_F(MeetingRoutesTest, ShowAMeetingAsItsFileHasIt) {
    EXPECT_EQ(get(path).body, workflow::meetingJson(*rows.meeting(knurow)));
}

TEST_F(MeetingRoutesTest, WantTheTagOfWhatIsChanged) {
    const std::string json = get(path).body;
    for (const auto& [method, body] : {std::pair<const char*, std::string>{"PUT", json}, {"DELETE", ""}}) {
        EXPECT_EQ(ask(method, path, body).status, 428) << method;
        EXPECT_EQ(typeOf(ask(method, path, body)), "etag-missing");
        const auto stale = ask(method, path, body, {{"if-match", "\"0123\""}, {"content-type", "application/json"}});
        EXPECT_EQ(stale.status, 412) << method;
        EXPECT_EQ(typeOf(stale), "etag-changed");
    }
    EXPECT_EQ(eventCount(), 0U);
}

TEST_F(MeetingRoutesTest, RefuseWhatIsNoMeeting) {
    EXPECT_EQ(ask("POST", "/meetings", small, {{"content-type", "text/plain"}}).status, 415);
    EXPECT_EQ(ask("POST", "/meetings", "{").status, 400);
    const auto unknown =
        ask("POST", "/meetings", R"({"schema": "meeting/1", "id": "x", "owner": "y", "team": {"name": ""}})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(pointers(unknown), (Lines{"/team/name", "/owner"}));
    const auto loose =
        ask("POST", "/meetings", R"({"schema": "meeting/1", "id": "x", "meeting": {"date": "2026-02-31"}})");
    EXPECT_EQ(loose.status, 422);
    EXPECT_EQ(pointers(loose), Lines{"/meeting/date"});
    EXPECT_EQ(ask("POST", "/meetings", small).status, 201);
    EXPECT_EQ(typeOf(ask("POST", "/meetings", small)), "meeting-exists");
    const auto other = put(path, small);
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(pointers(other), Lines{"/id"});
    EXPECT_EQ(ask("POST", "/meetings?dryrun=true", small).status, 400);
}

TEST_F(MeetingRoutesTest, LookAtWhatWouldBeMade) {
    const auto good = ask("POST", "/meetings?dry_run=true", small);
    EXPECT_EQ(good.status, 200);
    EXPECT_EQ(good.body, R"({"faults":[],"meeting":{"id":"nowe-1","schema":"meeting/1"}})");
    const auto bad =
        ask("POST", "/meetings?dry_run=true", R"({"schema": "meeting/1", "id": "x", "owner": 1, "team": 2})");
    EXPECT_EQ(bad.status, 200);
    EXPECT_EQ(textAt(bad, "faults.0.pointer"), "/team");
    EXPECT_EQ(textAt(bad, "faults.1.pointer"), "/owner");
    const auto twice = ask("POST", "/meetings?dry_run=true", get(path).body);
    EXPECT_EQ(textAt(twice, "faults.0.detail"), "Spotkanie o tym identyfikatorze już istnieje.");
    EXPECT_EQ(get("/meetings/nowe-1").status, 404);
    EXPECT_EQ(eventCount(), 0U);
}

TEST_F(MeetingRoutesTest, ListMeetingsByPages) {
    EXPECT_EQ(allAt(get("/meetings"), "id"), (Lines{bedzin, knurow}));
    const auto first = get("/meetings?limit=1");
    EXPECT_EQ(textAt(first, "pagination.next"), bedzin);
    EXPECT_EQ(allAt(get("/meetings?limit=1&after=" + bedzin), "date"), Lines{"2019-11-13"});
    auto odd = *rows.meeting(knurow);
    odd.id = "Łódź/1";
    rows.saveMeeting(odd);
    const std::string next = textAt(get("/meetings?limit=2"), "pagination.next");
    EXPECT_EQ(allAt(get("/meetings?after=" + next), "id"), Lines{"Łódź/1"});
    EXPECT_EQ(get("/meetings/%C5%81%C3%B3d%C5%BA%2F1").status, 200);
}

TEST_F(MeetingRoutesTest, KeepAMeetingWithRecords) {
    domain::Record record;
    record.id = "R";
    record.meetingId = knurow;
    rows.addRecord(record);
    EXPECT_EQ(typeOf(remove(path)), "meeting-in-use");
    EXPECT_EQ(get(path).status, 200);
}

TEST_F(MeetingRoutesTest, ImportPartners) {
    const auto list = support::sample(knurow + "-partnerzy.csv");
    const auto looked = ask("POST", path + "/partners?dry_run=true", list, csv);
    EXPECT_EQ(looked.status, 200);
    EXPECT_EQ(eventCount(), 0U);
    const auto made = ask("POST", path + "/partners", list, csv);
    ASSERT_EQ(made.status, 200) << made.body;
    const auto whole = support::tree(made);
    EXPECT_EQ(whole.find("participants")->list()->size(), rows.meeting(knurow)->participants.size());
    EXPECT_EQ(whole.find("institutions")->list()->size(), rows.meeting(knurow)->institutions.size());
    EXPECT_EQ(whole.find("notices")->list()->size(), 1U);
    EXPECT_EQ(*support::tree(looked).find("participants"), *whole.find("participants"));
    EXPECT_EQ(eventCount(), 1U);
}

TEST_F(MeetingRoutesTest, TellEveryFaultOfAListAndImportNothing) {
    const auto before = rows.meeting(knurow);
    const std::string list = "Lp.;Nazwa instytucji;Rola\n1;Szkoła;Partner\nx;Sąd;Partner\n1;Policja;Kierowca\n";
    const auto refused = ask("POST", path + "/partners", list, csv);
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(typeOf(refused), "csv");
    const auto whole = support::tree(refused);
    ASSERT_EQ(whole.find("errors")->list()->size(), 3U);
    EXPECT_EQ(*whole.at("errors.0.line")->integer(), 3);
    EXPECT_EQ(*whole.at("errors.2.column")->integer(), 11);
    const auto looked = ask("POST", path + "/partners?dry_run=true", list, csv);
    EXPECT_EQ(looked.status, 200);
    EXPECT_EQ(*support::tree(looked).find("faults"), *whole.find("errors"));
    EXPECT_EQ(rows.meeting(knurow), before);
    EXPECT_EQ(ask("POST", path + "/partners", list).status, 415);
    EXPECT_EQ(ask("POST", path + "/partners", list, {{"content-type", "text/csv"}, {"if-match", "\"0\""}}).status, 412);
    EXPECT_EQ(ask("POST", "/meetings/nic/partners", list, csv).status, 404);
}

TEST_F(MeetingRoutesTest, AnswerNobodyWhoMayNot) {
    actor.roles = {domain::Role::reader};
    EXPECT_EQ(get(path).status, 200);
    EXPECT_EQ(ask("POST", "/meetings", small).status, 403);
    EXPECT_EQ(remove(path).status, 403);
}

}  // namespace
}  // namespace http
