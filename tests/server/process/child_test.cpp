#include "server/process/child.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/error.h"
#include "server/process/sandbox.h"
#include "tests/server/process/control_part.h"
#include "tests/support/samples.h"

namespace {

using namespace std::chrono_literals;
using process::Child;
using process::End;

End endOf(const char* question, const process::Budget& budget = {}) {
    Child child(control::kControl, "");
    EXPECT_FALSE(child.ask({question}, budget)) << question;
    return child.end();
}

/// Processes of this test's program whose parent is `parent`.
std::vector<pid_t> childrenOf(pid_t parent) {
    std::vector<pid_t> found;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(parent) + "/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;) found.push_back(child);
    }
    return found;
}

bool isThere(pid_t pid) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/stat");
    std::string number, name, state;
    status >> number >> name >> state;
    return !state.empty() && state != "Z";
}

TEST(Child, GreetsAndAnswersOneQuestionAfterAnother) {
    Child child(control::kControl, "to you");
    EXPECT_EQ(child.greeting(), "ready to you");
    EXPECT_EQ(child.ask({"one"}), "echo one");
    EXPECT_EQ(child.ask({"tw", "", "o"}), "echo two");
    const base::Bytes large(std::size_t{20} << 20, 'x');
    EXPECT_EQ(child.ask({large}, {10s, 20s, std::size_t{64} << 20}), "echo " + large);
    EXPECT_EQ(child.end(), (End{End::How::refused, SIGKILL}));
}

TEST(Child, CarriesAnErrorWholeAndLivesOn) {
    Child child(control::kControl, "");
    try {
        child.ask({"refuse"});
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::refused);
        EXPECT_EQ(error.message(), base::say("sign.no_fields"));
        ASSERT_EQ(error.faults().size(), 1U);
        EXPECT_EQ(error.faults().front(), (base::Fault{{"a", 1, 2, "/x"}, base::say("b")}));
    }
    EXPECT_EQ(child.ask({"again"}), "echo again");
}

TEST(Child, IsLostWhenItSpinsAndThisIsKnownInTime) {
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(endOf("spin", {300ms, 10s, 1000}), (End{End::How::tooSlow, 0}));
    EXPECT_EQ(endOf("spin", {10s, 300ms, 1000}), (End{End::How::tooSlow, 0}));
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
}

TEST(Child, SaysHowItEnded) {
    EXPECT_EQ(endOf("leave"), (End{End::How::exited, 7}));
    EXPECT_EQ(endOf("throw"), (End{End::How::exited, 70}));
    EXPECT_EQ(endOf("long", {1500ms, 10s, 1000}), (End{End::How::refused, SIGKILL}));
    if (process::kSanitized) GTEST_SKIP() << "a sanitizer ends a process in its own ways";
    EXPECT_EQ(endOf("grow"), (End{End::How::exited, process::kOutOfMemory}));
    EXPECT_EQ(endOf("overflow"), (End{End::How::killed, SIGSEGV}));
    EXPECT_EQ(endOf("abort"), (End{End::How::killed, SIGABRT}));
}

TEST(Child, GreetsWithAnErrorOrDoesNotStart) {
    EXPECT_EQ(support::codeOf([] { Child(control::kBroken, ""); }), base::ErrorCode::secret);
    EXPECT_EQ(support::codeOf([] { Child(control::kBroken, "leave"); }), base::ErrorCode::unavailable);
}

TEST(Child, GetsNoSettingsAndNoDescriptors) {
    ::setenv("AKCES_SECRET", "canary", 1);
    std::array<int, 2> leaking{};
    ASSERT_EQ(::pipe(leaking.data()), 0);
    Child child(control::kControl, "");
    EXPECT_EQ(child.ask({"secret"}), "unknown");
    const auto children = childrenOf(::getpid());
    ASSERT_EQ(children.size(), 1U);
    ::close(leaking[1]);
    char octet = 0;
    EXPECT_EQ(::read(leaking[0], &octet, 1), 0) << "nobody else holds the pipe's other end";
    ::close(leaking[0]);
    ::unsetenv("AKCES_SECRET");
}

TEST(Child, OutlivesTheThreadThatWantedItButNotItsObject) {
    std::unique_ptr<Child> child;
    std::thread([&child] { child = std::make_unique<Child>(control::kControl, ""); }).join();
    std::this_thread::sleep_for(50ms);
    EXPECT_EQ(child->ask({"still there"}), "echo still there");
    child.reset();
    EXPECT_TRUE(childrenOf(::getpid()).empty());
}

TEST(Child, DiesWithItsParentEvenWhenBusy) {
    std::array<int, 2> tell{};
    ASSERT_EQ(::pipe(tell.data()), 0);
    const pid_t parent = ::fork();
    if (parent == 0) {
        Child child(control::kControl, "");
        const pid_t pid = childrenOf(::getpid()).front();
        if (::write(tell[1], &pid, sizeof pid) != sizeof pid) ::_exit(1);
        child.ask({"spin"}, {60s, 60s, 100});
        ::_exit(1);
    }
    pid_t grandchild = 0;
    ASSERT_EQ(::read(tell[0], &grandchild, sizeof grandchild), static_cast<ssize_t>(sizeof grandchild));
    std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(isThere(grandchild));
    ::kill(parent, SIGKILL);
    ::waitpid(parent, nullptr, 0);
    for (int tries = 0; tries < 100 && isThere(grandchild); ++tries) std::this_thread::sleep_for(20ms);
    EXPECT_FALSE(isThere(grandchild));
    ::close(tell[0]);
    ::close(tell[1]);
}

}  // namespace
