#include "server/workflow/meeting_json.h"

#include <gtest/gtest.h>

#include "server/workflow/import_meeting.h"
#include "server/workflow/json_value.h"
#include "tests/support/samples.h"

namespace workflow {
namespace {

TEST(MeetingJson, WritesTheSamplesAsTheyWere) {
    for (const std::string& name : support::sampleMeetings()) {
        const base::Bytes file = support::sample(name + ".json");
        const std::string written = meetingJson(readMeeting(file, name));
        EXPECT_EQ(readJson(written, name), readJson(file, name));
        EXPECT_EQ(meetingJson(readMeeting(written, name)), written);
    }
}

TEST(MeetingJson, WritesASmallMeetingLineByLine) {
    domain::Meeting meeting;
    meeting.id = "m \"1\"";
    meeting.source = domain::Source{};
    meeting.source->participantsComplete = false;
    meeting.participants.resize(2);
    meeting.participants[0].order = 1;
    meeting.participants[0].roles = {"partner", "chair"};
    meeting.participants[1].order = 2;
    EXPECT_EQ(meetingJson(meeting), R"({
  "schema": "meeting/1",
  "id": "m \"1\"",
  "source": {
    "participants_complete": false
  },
  "participants": [
    {
      "order": 1,
      "roles": [
        "partner",
        "chair"
      ]
    },
    {
      "order": 2
    }
  ]
}
)");
}

}  // namespace
}  // namespace workflow
