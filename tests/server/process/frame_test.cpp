#include "server/process/frame.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <thread>

namespace {

using process::receiveFrame;
using process::sendFrame;

class Frame : public testing::Test {
protected:
    Frame() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()), 0); }
    ~Frame() override {
        close(0);
        close(1);
    }
    void close(std::size_t end) {
        if (ends_.at(end) >= 0) ::close(ends_.at(end));
        ends_.at(end) = -1;
    }
    static int forEver() { return -1; }
    static int atOnce() { return 0; }

    std::array<int, 2> ends_{-1, -1};
};

TEST_F(Frame, ArrivesAsItWasSent) {
    for (const base::Bytes& message : {base::Bytes(), base::Bytes("a"), base::Bytes("\0\xFF", 2)}) {
        ASSERT_TRUE(sendFrame(ends_[0], {message}, forEver));
        EXPECT_EQ(receiveFrame(ends_[1], 10, forEver), message);
    }
    ASSERT_TRUE(sendFrame(ends_[0], {"of ", "", "parts"}, forEver));
    EXPECT_EQ(receiveFrame(ends_[1], 10, forEver), "of parts");
}

TEST_F(Frame, MayBeLargerThanTheSocketHolds) {
    const base::Bytes message(std::size_t{5} << 20, 'x');
    std::thread sender([&] { EXPECT_TRUE(sendFrame(ends_[0], {message}, forEver)); });
    EXPECT_EQ(receiveFrame(ends_[1], message.size(), forEver), message);
    sender.join();
}

TEST_F(Frame, IsRefusedWhereItIsTooLong) {
    ASSERT_TRUE(sendFrame(ends_[0], {"12345"}, forEver));
    EXPECT_EQ(receiveFrame(ends_[1], 4, forEver), std::nullopt);
}

TEST_F(Frame, IsNotWaitedForBeyondPatience) {
    EXPECT_EQ(receiveFrame(ends_[1], 100, atOnce), std::nullopt);
    EXPECT_FALSE(sendFrame(ends_[0], {base::Bytes(std::size_t{5} << 20, 'x')}, atOnce));
}

TEST_F(Frame, IsNothingWhenItIsCutAnywhere) {
    const base::Bytes whole("\5\0\0\0\0\0\0\0hello", 13);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        std::array<int, 2> pair{};
        ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, pair.data()), 0);
        ASSERT_EQ(::send(pair[0], whole.data(), length, 0), static_cast<ssize_t>(length));
        ::close(pair[0]);
        EXPECT_EQ(receiveFrame(pair[1], 100, forEver), std::nullopt) << length;
        ::close(pair[1]);
    }
}

TEST_F(Frame, DoesNotRaiseASignalWhenTheOtherSideIsGone) {
    close(1);
    EXPECT_FALSE(sendFrame(ends_[0], {"x"}, forEver));
}

}  // namespace
