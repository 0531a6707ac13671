#include "server/process/part.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>

#include "server/process/child.h"
#include "tests/server/process/control_part.h"

namespace {

TEST(Part, IsNothingToStartByHand) {
    const std::string command = "'" + std::string("/proc/") + std::to_string(::getpid()) + "/exe' " + control::kControl;
    EXPECT_EQ(WEXITSTATUS(std::system((command + " 3<&-").c_str())), 64);
    EXPECT_EQ(WEXITSTATUS(std::system((command + " 3</dev/null").c_str())), 64);
}

TEST(Part, AnswersWhatItsFunctionAnswers) {
    process::Child child(control::kControl, "configured");
    EXPECT_EQ(child.greeting(), "ready configured");
    EXPECT_EQ(child.ask({""}), "echo ");
}

}  // namespace
