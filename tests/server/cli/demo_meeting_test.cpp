#include "server/cli/demo_meeting.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"
#include "tests/support/temporary_folder.h"

namespace cli {
namespace {

const base::Instant kNow = *base::parseInstant("2026-01-31T12:00:00Z");

class DemoMeetingTest : public testing::Test {
protected:
    DemoMeetingTest() { anchors_.add(issuer_.rootDer()); }
    std::vector<domain::Record> records(std::size_t sample) {
        DemoMeeting meeting(service::samples().at(sample), demonstration_);
        meeting.issue();
        meeting.sign();
        return meeting.archive();
    }
    support::TemporaryFolder folder_;
    Data data_{folder_ / "data"};
    signing::DemonstrationIssuer issuer_{kNow};
    signing::TrustAnchors anchors_{};
    Demonstration demonstration_{folder_.path(), data_, issuer_, anchors_, kNow};
};

TEST(DemoSamples, AreTheFilesThatShip) {
    const auto both = service::samples();
    ASSERT_EQ(both.size(), 2U);
    for (std::size_t i = 0; i < both.size(); ++i) {
        EXPECT_EQ(both[i].meeting, support::sample(support::sampleMeetings()[i] + ".json"));
        EXPECT_EQ(both[i].office, support::sample(support::sampleMeetings()[i] + "-office.json"));
    }
}

TEST_F(DemoMeetingTest, SignsEveryFieldWithAnIdentityOfItsSignatory) {
    const auto bedzin = records(0);
    ASSERT_EQ(bedzin.size(), 2U);
    ASSERT_EQ(bedzin[0].signatures.size(), 11U);
    EXPECT_EQ(bedzin[0].verdict, "TOTAL-PASSED");
    EXPECT_EQ(bedzin[0].signatures[4].signerName, "Olga Machura");
    EXPECT_EQ(demonstration_.identities, 11U);
    const auto knurow = records(1);
    ASSERT_EQ(knurow.size(), 13U);
    for (std::size_t i = 0; i < 12; ++i) {
        EXPECT_EQ(knurow[i].verdict, "TOTAL-PASSED");
        EXPECT_EQ(knurow[i].signatures.size(), 2U);
        for (const auto& one : knurow[i].signatures) EXPECT_TRUE(one.demonstration && one.intact) << one.field;
    }
    EXPECT_EQ(demonstration_.identities, 24U);
}

}  // namespace
}  // namespace cli
