#include "server/workflow/office_data.h"

#include <gtest/gtest.h>

#include "tests/support/meetings.h"

namespace workflow {
namespace {

using support::failureOf;
using support::faultsOf;
using Lines = std::vector<std::string>;

struct OfficeDataTest : testing::Test, support::MeetingRows {
    OfficeData office{rows, audit};
};

TEST_F(OfficeDataTest, AreEmptyBeforeTheFirstChange) {
    EXPECT_EQ(office.json(), R"({"schema":"office/1"})");
    EXPECT_FALSE(office.office().leader);
}

TEST_F(OfficeDataTest, AreReplacedAsAWhole) {
    std::string seen;
    const auto sample = tree(support::sample(knurow + "-office.json"));
    const std::string json = office.replace(clerk, sample, see(seen));
    EXPECT_EQ(seen, R"({"schema":"office/1"})");
    EXPECT_EQ(office.json(), json);
    EXPECT_TRUE(office.office().controller);
    EXPECT_EQ(office.replace(clerk, tree(R"({"schema": "office/1", "signing": "paper"})"), see(seen)),
              R"({"schema":"office/1","signing":"paper"})");
    EXPECT_EQ(seen, json);
    EXPECT_EQ(rows.office()->version, 2);
    EXPECT_EQ(told(), (Lines{"office.change office version 1", "office.change office version 2"}));
}

TEST_F(OfficeDataTest, StayWhenTheNewOnesHaveFaults) {
    const auto replace = [&](const char* json) { office.replace(clerk, tree(json), {}); };
    EXPECT_EQ(faultsOf([&] { replace(R"({"schema": "office/1", "leader": {"phone": "1"}})"); }),
              Lines{"/leader/phone json.unknown_key"});
    EXPECT_EQ(failureOf([&] { replace(R"({"schema": "office/2"})"); }), "json.body");
    EXPECT_EQ(failureOf([&] { replace(R"({"schema": "office/1", "signing": "blood"})"); }), "data.faults");
    EXPECT_EQ(faultsOf([&] { replace(R"({"schema": "office/1", "declaration": {"effective_date": "31.02.2026"}})"); }),
              Lines{"/declaration/effective_date json.no_date"});
    EXPECT_EQ(failureOf([&] { office.replace(clerk, tree(R"({"schema": "office/1"})"), refuse); }), "status.412");
    EXPECT_FALSE(rows.office());
    EXPECT_TRUE(told().empty());
}

}  // namespace
}  // namespace workflow
