#include "server/workflow/meetings.h"

#include <gtest/gtest.h>

#include "server/workflow/meeting_json.h"
#include "tests/support/meetings.h"

namespace workflow {
namespace {

using base::ErrorCode;
using support::codeOf;
using support::failureOf;
using support::faultsOf;
using Lines = std::vector<std::string>;

struct MeetingsTest : testing::Test, support::MeetingRows {
    Meetings meetings{ports};
    const std::string small = R"({"schema": "meeting/1", "id": "nowe-1", "institutions": [{"id": "a", "name": "A"}],
        "participants": [{"order": 1, "institution_ref": "a", "roles": ["partner"]}]})";
};

TEST_F(MeetingsTest, AreMadeWithTheirAuditEvent) {
    const auto made = meetings.make(clerk, tree(small));
    EXPECT_EQ(meetings.meeting("nowe-1"), made);
    EXPECT_EQ(told(), Lines{"meeting.make nowe-1 participants 1 institutions 1"});
    EXPECT_EQ(codeOf([&] { meetings.make(clerk, tree(small)); }), ErrorCode::conflict);
    EXPECT_EQ(told().size(), 1U);
}

TEST_F(MeetingsTest, ArePlannedWithoutATrace) {
    EXPECT_EQ(meetings.planned(tree(small)).id, "nowe-1");
    EXPECT_FALSE(rows.meeting("nowe-1"));
    EXPECT_TRUE(told().empty());
    EXPECT_EQ(failureOf([&] { meetings.planned(tree(support::sample(knurow + ".json"))); }), "meeting.exists");
}

TEST_F(MeetingsTest, TellFaultsOfFormApartFromThoseOfMeaning) {
    const auto unknown = tree(R"({"schema": "meeting/1", "id": "x", "title": ""})");
    EXPECT_EQ(failureOf([&] { meetings.make(clerk, unknown); }), "json.body");
    EXPECT_EQ(faultsOf([&] { meetings.make(clerk, unknown); }), Lines{"/title json.unknown_key"});
    const auto loose =
        tree(R"({"schema": "meeting/1", "id": "x", "participants": [{"order": 1, "institution_ref": "b"}]})");
    EXPECT_EQ(failureOf([&] { meetings.make(clerk, loose); }), "data.faults");
    EXPECT_EQ(faultsOf([&] { meetings.make(clerk, loose); }),
              Lines{"/participants/0/institution_ref json.no_reference"});
    const auto odd = tree(R"({"schema": "meeting/1", "id": "a/b"})");
    EXPECT_EQ(faultsOf([&] { meetings.make(clerk, odd); }), Lines{"/id meeting.bad_id"});
    EXPECT_EQ(codeOf([&] { meetings.make(clerk, tree("[]")); }), ErrorCode::data);
}

TEST_F(MeetingsTest, AreOfALikelyYear) {
    const auto dated = [](const std::string& id, const std::string& date) {
        return tree(R"({"schema": "meeting/1", "id": ")" + id + R"(", "meeting": {"date": ")" + date + R"("}})");
    };
    for (const char* date : {"0026-12-04", "1899-12-31", "2200-01-01"})
        EXPECT_EQ(faultsOf([&] { meetings.make(clerk, dated("a", date)); }), Lines{"/meeting/date meeting.odd_year"});
    meetings.make(clerk, dated("a", "1900-01-01"));
    meetings.replace(clerk, "a", dated("a", "2199-12-31"), {});
    EXPECT_EQ(faultsOf([&] { meetings.replace(clerk, "a", dated("a", "0026-12-04"), {}); }),
              Lines{"/meeting/date meeting.odd_year"});
}

TEST_F(MeetingsTest, AreReplacedUnderTheirOwnId) {
    std::string seen;
    const std::string before = meetingJson(meetings.meeting(knurow));
    auto changed = tree(before);
    changed.set("language", "en");
    EXPECT_EQ(meetings.replace(clerk, knurow, changed, see(seen)).language, "en");
    EXPECT_EQ(seen, before);
    EXPECT_EQ(meetings.meeting(knurow).language, "en");
    EXPECT_EQ(faultsOf([&] { meetings.replace(clerk, bedzin, changed, {}); }), Lines{"/id data.other_id"});
    EXPECT_EQ(failureOf([&] { meetings.replace(clerk, knurow, changed, refuse); }), "status.412");
    EXPECT_EQ(codeOf([&] { meetings.replace(clerk, "nic", changed, {}); }), ErrorCode::notFound);
    EXPECT_EQ(told().size(), 1U);
}

TEST_F(MeetingsTest, AreRemovedWithTheirPhotosUnlessSomethingHangsOnThem) {
    rows.savePhoto({knurow, "aa", "image/png", 3, now});
    EXPECT_EQ(failureOf([&] { meetings.remove(clerk, knurow, refuse); }), "status.412");
    meetings.remove(clerk, knurow, {});
    EXPECT_EQ(codeOf([&] { meetings.meeting(knurow); }), ErrorCode::notFound);
    EXPECT_FALSE(rows.photo(knurow, "aa"));
    domain::Record record;
    record.id = "R";
    record.meetingId = bedzin;
    rows.addRecord(record);
    EXPECT_EQ(failureOf([&] { meetings.remove(clerk, bedzin, {}); }), "meeting.in_use");
    EXPECT_TRUE(rows.meeting(bedzin));
}

TEST_F(MeetingsTest, StayWhileTheyHaveADocument) {
    domain::Signing signing;
    signing.document.id = "D";
    signing.document.meetingId = bedzin;
    rows.addSigning(signing);
    EXPECT_EQ(failureOf([&] { meetings.remove(clerk, bedzin, {}); }), "meeting.in_use");
    EXPECT_EQ(meetings.plannedPartners(bedzin, support::sample(bedzin + "-partnerzy.csv")).notices.back().key,
              "meeting.has_documents");
}

TEST_F(MeetingsTest, TakeAListOfPartners) {
    const auto csv = support::sample(knurow + "-partnerzy.csv");
    const auto planned = meetings.plannedPartners(knurow, csv);
    EXPECT_TRUE(told().empty());
    const auto made = meetings.importPartners(clerk, knurow, csv, {});
    EXPECT_EQ(made.meeting, planned.meeting);
    EXPECT_EQ(meetings.meeting(knurow), made.meeting);
    ASSERT_EQ(made.notices.size(), 1U);
    EXPECT_EQ(made.notices.front().key, "meeting.partners_replaced");
    EXPECT_EQ(told().front().substr(0, 35), "meeting.partners " + knurow + ' ');
    EXPECT_EQ(codeOf([&] { meetings.importPartners(clerk, "nic", csv, {}); }), ErrorCode::notFound);
}

TEST_F(MeetingsTest, SayThatAListWasTakenForWindows1250) {
    const auto made = meetings.plannedPartners(knurow, "Nazwa instytucji\nS\xB9\x64 Rejonowy\n");
    EXPECT_EQ(made.meeting.institutions.back().name, "Sąd Rejonowy");
    EXPECT_EQ(made.notices.back().key, "csv.windows_1250");
}

TEST_F(MeetingsTest, ImportNothingOfAListWithFaults) {
    const auto before = meetings.meeting(knurow);
    const std::string csv = "Lp.;Nazwa instytucji;Rola\n1;Szkoła;Partner\nx;Sąd;Partner\n1;Policja;Kierowca\n";
    EXPECT_EQ(failureOf([&] { meetings.importPartners(clerk, knurow, csv, {}); }), "csv.faults");
    EXPECT_EQ(faultsOf([&] { meetings.importPartners(clerk, knurow, csv, {}); }),
              (Lines{"3:1 csv.no_number", "4:1 json.twice", "4:11 csv.unknown_role"}));
    EXPECT_EQ(meetings.meeting(knurow), before);
    EXPECT_TRUE(told().empty());
}

TEST_F(MeetingsTest, AreListedByPages) {
    const auto first = meetings.list({"", 1});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first.front().id, bedzin);
    EXPECT_EQ(meetings.list({bedzin, 10}).front().id, knurow);
}

}  // namespace
}  // namespace workflow
