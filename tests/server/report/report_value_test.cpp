#include "server/report/report_value.h"

#include <gtest/gtest.h>

#include "server/workflow/json_value.h"

namespace report {
namespace {

TEST(ReportValue, HasEveryNumberWithItsEvidence) {
    const Indicator one{"m", "2026-11-25", {"a", {}}, {"b", {}}, 2, true, {{"Szkoła", "R"}, {"Sąd", ""}}};
    const Indicator sum{"", "", {"a", {}}, {"b", {}}, 0, false, {}};
    EXPECT_EQ(workflow::valueJson(indicatorsValue({one, sum})),
              R"({"data":[{"at_least":true,"count":2,"date":"2026-11-25","evidence":[{"record":"R","text":"Szkoła"},)"
              R"({"text":"Sąd"}],"grade":"b","meeting":"m","name":"a"},)"
              R"({"at_least":false,"count":0,"evidence":[],"grade":"b","name":"a"}]})");
}

}  // namespace
}  // namespace report
