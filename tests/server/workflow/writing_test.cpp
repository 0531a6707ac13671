#include "server/workflow/writing.h"

#include <gtest/gtest.h>

#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "server/workflow/meeting_json.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

TEST(Writing, OfAMeetingIsTheTreeOfItsJson) {
    for (const std::string& name : support::sampleMeetings()) {
        const auto json = support::sample(name + ".json");
        const auto meeting = readMeeting(json, name);
        EXPECT_EQ(Writing::whole(meeting), readJson(meetingJson(meeting), name)) << name;
        EXPECT_EQ(meetingOfTree(Writing::whole(meeting)), meeting) << name;
    }
}

TEST(Writing, LeavesOutWhatIsAbsent) {
    domain::Participant one;
    one.proxy = false;
    EXPECT_EQ(valueJson(Writing::whole(one)), R"({"order":0,"proxy":false})");
}

}  // namespace
}  // namespace workflow
