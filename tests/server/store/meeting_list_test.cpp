#include "server/store/meeting_list.h"

#include <gtest/gtest.h>

#include "server/store/sqlite_store.h"
#include "server/workflow/import_meeting.h"
#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

struct MeetingListTest : testing::Test {
    support::TemporaryFolder folder{};
    DataFolder data{folder.path()};
    SqliteStore store{data};
};

TEST_F(MeetingListTest, ShowsWhatEachMeetingIs) {
    const auto meeting = workflow::readMeeting(support::sample("knurow-2019-11-13.json"), "m");
    store.saveMeeting(meeting);
    const auto all = store.meetings({});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().id, "knurow-2019-11-13");
    EXPECT_EQ(all.front().title, "Spotkanie formalizujące Partnerski Zespół Kooperacyjny w Knurowie");
    EXPECT_EQ(all.front().date, "2019-11-13");
    EXPECT_EQ(all.front().team, "Partnerski Zespół Kooperacyjny w Knurowie");
    EXPECT_EQ(all.front().project, "Kooperacje 3D – model wielosektorowej współpracy na rzecz wsparcia osób i rodzin");
    EXPECT_EQ(all.front().participants, static_cast<std::int64_t>(meeting.participants.size()));
    EXPECT_FALSE(all.front().isDemonstration);
    EXPECT_EQ(store.summary("knurow-2019-11-13"), all.front());
    domain::Signing shown;
    shown.document.id = "D";
    shown.document.meetingId = "knurow-2019-11-13";
    shown.document.demonstration = true;
    store.addSigning(shown);
    EXPECT_TRUE(store.summary("knurow-2019-11-13")->isDemonstration);
    EXPECT_EQ(store.summary("knurow"), std::nullopt);
}

TEST_F(MeetingListTest, GoesByPagesAndKnowsMeetingsWithoutAnything) {
    for (const char* id : {"c", "a", "b"}) {
        domain::Meeting meeting;
        meeting.id = id;
        store.saveMeeting(meeting);
    }
    const auto first = store.meetings({"", 2});
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0], (workflow::MeetingSummary{"a", {}, {}, {}, {}, 0, false}));
    const auto rest = store.meetings({first[1].id, 2});
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].id, "c");
    store.removeMeeting("c");
    store.removeMeeting("nothing");
    EXPECT_EQ(store.meetings({}).size(), 2U);
}

}  // namespace
}  // namespace store
