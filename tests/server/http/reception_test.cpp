#include "server/http/reception.h"

#include <gtest/gtest.h>

#include "tests/support/raw_client.h"

namespace http {
namespace {

using namespace std::chrono_literals;

Time now() { return std::chrono::steady_clock::now(); }

TEST(Reception, IsPolledUnlessItPauses) {
    Poller poller;
    Reception reception(poller, "127.0.0.1", 0);
    const support::RawClient client(reception.port());
    auto events = poller.wait(now() + 5s);
    ASSERT_EQ(events.size(), 1U);
    EXPECT_TRUE(reception.isAt(events[0].number));
    const Time began = now();
    reception.pause(began);
    ASSERT_TRUE(reception.resumesAt());
    EXPECT_TRUE(poller.wait(now() + 10ms).empty());
    reception.resume(began);
    EXPECT_TRUE(reception.resumesAt());
    reception.resume(*reception.resumesAt());
    EXPECT_FALSE(reception.resumesAt());
    EXPECT_EQ(poller.wait(now() + 5s).size(), 1U);
    EXPECT_TRUE(reception.next());
    EXPECT_FALSE(reception.isExhausted());
}

TEST(Reception, RefusesNewClientsOnceItIsClosed) {
    Poller poller;
    Reception reception(poller, "127.0.0.1", 0);
    const std::uint16_t port = reception.port();
    reception.close();
    reception.close();
    EXPECT_FALSE(support::RawClient(port).isConnected());
    reception.pause(now());
    EXPECT_FALSE(reception.resumesAt());
}

}  // namespace
}  // namespace http
