#include "server/http/poller.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <thread>

namespace http {
namespace {

using namespace std::chrono_literals;

Time soon() { return std::chrono::steady_clock::now() + 20ms; }

struct Pipe {
    Descriptor reader;
    Descriptor writer;
    Pipe() {
        int ends[2] = {-1, -1};
        EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
        reader = Descriptor(ends[0]);
        writer = Descriptor(ends[1]);
    }
};

TEST(Poller, TellsWhatIsReady) {
    Poller poller;
    const Pipe pipe;
    poller.watch(pipe.reader.get(), 0, EPOLLIN);
    EXPECT_TRUE(poller.wait(soon()).empty());
    ASSERT_EQ(::write(pipe.writer.get(), "a", 1), 1);
    const auto events = poller.wait(soon());
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].number, pipe.reader.get());
    EXPECT_FALSE(events[0].isWake);
    poller.watch(pipe.reader.get(), EPOLLIN, 0);
    EXPECT_TRUE(poller.wait(soon()).empty());
}

TEST(Poller, IsWokenFromAnotherThread) {
    Poller poller;
    const std::jthread other([&poller] { poller.wake(); });
    const auto events = poller.wait(std::nullopt);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(events[0].isWake);
    EXPECT_TRUE(poller.wait(soon()).empty());  // woken once
}

TEST(Poller, NeverReturnsBeforeItsTime) {
    Poller poller;
    const Time until = soon();
    poller.wait(until);
    EXPECT_GE(std::chrono::steady_clock::now(), until);
    EXPECT_TRUE(poller.wait(Time()).empty());  // long ago: at once
}

}  // namespace
}  // namespace http
