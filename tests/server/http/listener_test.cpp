#include "server/http/listener.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>

#include "base/error.h"
#include "tests/support/raw_client.h"

namespace http {
namespace {

base::ErrorCode codeOf(const std::string& address, std::uint16_t port) {
    try {
        const Listener listener(address, port);
    } catch (const base::Error& error) {
        return error.code();
    }
    return base::ErrorCode::internal;
}

TEST(Listener, AcceptsAndKnowsWho) {
    Listener listener("127.0.0.1", 0);
    EXPECT_NE(listener.port(), 0);
    EXPECT_FALSE(listener.accept());
    EXPECT_FALSE(listener.isExhausted());
    const support::RawClient client(listener.port(), "127.0.0.3");
    pollfd waiting{listener.number(), POLLIN, 0};
    ASSERT_EQ(::poll(&waiting, 1, 5000), 1);
    const auto accepted = listener.accept();
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->address, "127.0.0.3");
    for (const int number : {listener.number(), accepted->socket.get()}) {
        EXPECT_NE(::fcntl(number, F_GETFD) & FD_CLOEXEC, 0);
        EXPECT_NE(::fcntl(number, F_GETFL) & O_NONBLOCK, 0);
    }
}

TEST(Listener, SharesItsPortWithNobody) {
    const Listener listener("127.0.0.1", 0);
    EXPECT_EQ(codeOf("127.0.0.1", listener.port()), base::ErrorCode::busy);
}

TEST(Listener, WantsAnAddressOfThisMachine) {
    for (const char* bad : {"localhost", "", "127.0.0.1:80", "256.0.0.1", "192.0.2.1"})
        EXPECT_EQ(codeOf(bad, 0), base::ErrorCode::usage) << bad;
}

}  // namespace
}  // namespace http
