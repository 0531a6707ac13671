#include "server/store/meeting_reading.h"

#include <gtest/gtest.h>

#include "server/store/meeting_rows.h"
#include "server/store/sqlite.h"
#include "tests/support/every_member.h"
#include "tests/support/temporary_folder.h"

namespace store {
namespace {

using domain::Meeting;

struct MeetingReadingTest : testing::Test {
    MeetingReadingTest() { execute(connection_, meetingSchema().c_str()); }

    support::TemporaryFolder folder_{};
    Connection connection_ = openDatabase(folder_ / "a.sqlite");
};

TEST_F(MeetingReadingTest, GiveAllMeetingsAndTheirPartsById) {
    Meeting first = support::everyMember(), second = support::everyMember(), bare;
    first.id = "first";
    second.id = "second";
    second.institutions.resize(1);
    second.team.reset();
    bare.id = "bare";
    for (const Meeting* one : {&second, &first, &bare}) insertMeeting(connection_, *one);
    EXPECT_EQ(selectMeetings(connection_), (std::vector{bare, first, second}));

    using workflow::PartOf;
    EXPECT_EQ(selectProjects(connection_), (std::vector<PartOf<domain::Project>>{{"first", first.project.value()},
                                                                                 {"second", second.project.value()}}));
    EXPECT_EQ(selectTeams(connection_), (std::vector<PartOf<domain::Team>>{{"first", first.team.value()}}));
    EXPECT_EQ(selectInstitutions(connection_),
              (std::vector<PartOf<domain::Institution>>{{"first", first.institutions.at(0)},
                                                        {"first", first.institutions.at(1)},
                                                        {"second", second.institutions.at(0)}}));
}

}  // namespace
}  // namespace store
