// The gate at the order to stop.
#include <gtest/gtest.h>

#include "tests/support/held_gate.h"

namespace http {
namespace {

using support::comes;
using support::Held;
using support::post;
using support::RawClient;
using support::RunningGate;
using support::small;
using support::statusOf;
using support::wait;
using namespace std::chrono_literals;

TEST(GateStop, FinishesWhatHasBegunBeforeItEnds) {
    Held held;
    GateSettings settings = small();
    settings.drainTime = 10s;
    RunningGate gate(settings, held.handler());
    RawClient running(gate.port());
    running.say(wait(gate));
    held.begun.acquire();
    RawClient reading(gate.port());
    const std::string request = post(gate, 5);
    reading.say(request + "hel");
    RawClient silent(gate.port());
    ASSERT_TRUE(comes([&] { return gate.counts().connections == 3; }));
    gate.stop();
    EXPECT_EQ(silent.hear(), "");
    EXPECT_FALSE(RawClient(gate.port()).isConnected());
    reading.say("lo");
    EXPECT_EQ(statusOf(reading.hear()), "200");
    held.let.release();
    EXPECT_EQ(statusOf(running.hear()), "200");
    EXPECT_TRUE(comes([&] { return gate.hasEnded(); }));
}

TEST(GateStop, EndsWhatWillNotEnd) {
    Held held;
    RunningGate gate(small(), held.handler());
    RawClient running(gate.port());
    running.say(wait(gate));
    held.begun.acquire();
    RawClient reading(gate.port());
    reading.say(post(gate, 5) + "hel");
    ASSERT_TRUE(comes([&] { return gate.counts().connections == 2; }));
    gate.stop();
    const std::string answer = reading.hear();
    EXPECT_EQ(statusOf(answer), "503");
    EXPECT_NE(answer.find("http-stopping"), answer.npos);
    EXPECT_FALSE(gate.hasEnded());  // a worker is waited for
    held.let.release();
    EXPECT_EQ(statusOf(running.hear()), "200");
    EXPECT_TRUE(comes([&] { return gate.hasEnded(); }));
}

TEST(GateStop, StopsBeforeItHasBegun) {
    support::RequestLines lines;
    GateSettings settings = small();
    settings.port = 0;
    Gate gate(settings, [](const Request&) { return Response{}; }, lines);
    gate.stop();
    gate.run();
    EXPECT_EQ(gate.counts().connections, 0U);
}

}  // namespace
}  // namespace http
