#include "server/service/samples.h"

#include <gtest/gtest.h>

#include "server/workflow/import_meeting.h"

namespace service {
namespace {

TEST(Samples, AreBothMeetingsWithTheirOffices) {
    const auto both = samples();
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(workflow::readMeeting(both[0].meeting, "m").id, "bedzin-2019-11-27");
    EXPECT_EQ(workflow::readMeeting(both[1].meeting, "m").id, "knurow-2019-11-13");
    for (const Sample& one : both) EXPECT_TRUE(workflow::readOffice(one.office, "o").controller);
}

}  // namespace
}  // namespace service
