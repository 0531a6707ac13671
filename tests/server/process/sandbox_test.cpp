#include "server/process/sandbox.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>

#include "server/process/child.h"
#include "tests/server/process/control_part.h"

namespace {

TEST(Sandbox, RefusesWhateverReachesOutside) {
    process::Child child(control::kControl, "");
    for (const char* attempt : {"open", "create", "stat", "unlink", "socket", "pair", "fork", "execute", "signal",
                                "trace", "code", "duplicate", "read"})
        EXPECT_EQ(child.ask({attempt}), std::to_string(EPERM)) << attempt;
    EXPECT_EQ(child.ask({"still there"}), "echo still there");
}

/// The control: what the attempts above do is possible where nothing shuts a process in.
TEST(Sandbox, IsNotNeededForWhatFailsAnyway) { EXPECT_TRUE(std::ifstream("/etc/hostname").is_open()); }

TEST(Sandbox, EndsAProcessThatWantsMoreThanItsMemory) {
    if (process::kSanitized) GTEST_SKIP() << "a sanitizer ends a process in its own ways";
    process::Child child(control::kControl, "");
    EXPECT_FALSE(child.ask({"grow"}));
    EXPECT_EQ(child.end(), (process::End{process::End::How::exited, process::kOutOfMemory}));
}

}  // namespace
