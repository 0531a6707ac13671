#include "server/cli/input.h"

#include <gtest/gtest.h>

namespace cli {
namespace {

using signing::FileIndication;

TEST(ExitCode, TakesTheFirstOfFourOneTwoThreeNought) {
    EXPECT_EQ(exitCode({}), 0);
    EXPECT_EQ(exitCode({FileIndication::totalPassed, FileIndication::noSignature}), 3);
    EXPECT_EQ(exitCode({FileIndication::noSignature, FileIndication::indeterminate}), 2);
    EXPECT_EQ(exitCode({FileIndication::indeterminate, FileIndication::totalFailed}), 1);
    EXPECT_EQ(exitCode({FileIndication::totalFailed, FileIndication::unreadable}), 4);
}

}  // namespace
}  // namespace cli
