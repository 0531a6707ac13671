// The gate under more than it can do: full queues, crowds, slow readers.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

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

std::size_t descriptors() {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator()));
}

TEST(GateLoad, SaysThatItIsFullAndKeepsAThreadForProbes) {
    Held held;
    const RunningGate gate(small(), held.handler());
    std::vector<RawClient> clients;
    for (int i = 0; i < 4; ++i) {  // two run, two wait
        clients.emplace_back(gate.port()).say(wait(gate));
        if (i < 2) held.begun.acquire();
    }
    std::string full;
    EXPECT_TRUE(comes([&] {
        full = gate.answer(wait(gate));  // the two are surely in their queue once this is refused
        return !full.empty();
    }));
    EXPECT_EQ(statusOf(full), "503");
    EXPECT_NE(full.find("retry-after: 1"), full.npos);
    EXPECT_NE(full.find("\"http-busy\""), full.npos);
    EXPECT_EQ(statusOf(gate.get("/health/live")), "200");
    held.let.release(100);
    for (RawClient& client : clients) EXPECT_EQ(statusOf(client.hear()), "200");
}

TEST(GateLoad, AnswersWhoHasWaitedTooLong) {
    Held held;
    GateSettings settings = small();
    settings.queueTime = 200ms;
    const RunningGate gate(settings, held.handler());
    std::vector<RawClient> running;
    for (int i = 0; i < 2; ++i) {
        running.emplace_back(gate.port()).say(wait(gate));
        held.begun.acquire();
    }
    EXPECT_EQ(statusOf(gate.get("/")), "503");
    held.let.release(100);
    for (RawClient& client : running) EXPECT_EQ(statusOf(client.hear()), "200");  // a worker is always waited for
}

TEST(GateLoad, LeavesNobodyWithoutAnAnswer) {
    GateSettings settings = small();
    settings.lightQueue = 4;
    const RunningGate gate(settings, [](const Request&) {
        std::this_thread::sleep_for(2ms);
        return json(200, "{}");
    });
    std::atomic<int> good = 0;
    std::atomic<int> busy = 0;
    std::atomic<int> other = 0;
    {
        std::vector<std::jthread> clients;
        for (int i = 0; i < 20; ++i)
            clients.emplace_back([&] {
                for (int n = 0; n < 20; ++n) {
                    const std::string status = statusOf(gate.get("/"));
                    ++(status == "200" ? good : status == "503" ? busy : other);
                }
            });
    }
    EXPECT_EQ(other, 0);
    EXPECT_GT(good, 0);
    EXPECT_GT(busy, 0);
    EXPECT_EQ(good + busy, 400);
}

TEST(GateLoad, LetsACrowdsOldestLeave) {
    GateSettings settings = small();
    settings.addressConnections = 3;
    Held held;
    const RunningGate gate(settings, held.handler());
    RawClient other(gate.port(), "127.0.0.2");
    std::vector<RawClient> crowd;
    for (int i = 0; i < 3; ++i) {
        crowd.emplace_back(gate.port());
        ASSERT_TRUE(comes([&] { return gate.counts().connections == static_cast<std::size_t>(i) + 2; }));
    }
    EXPECT_EQ(statusOf(gate.get("/")), "200");
    EXPECT_EQ(crowd[0].hear(2s), "");
    EXPECT_TRUE(crowd[0].isClosed());
    crowd[1].say("GET / HTTP/1.1\r\n" + gate.host() + "\r\n");
    EXPECT_EQ(statusOf(crowd[1].hear()), "200");
    other.say("GET / HTTP/1.1\r\n" + gate.host() + "\r\n");
    EXPECT_EQ(statusOf(other.hear()), "200");
    EXPECT_EQ(gate.counts().evicted, 1U);
}

TEST(GateLoad, MakesRoomWhereAllConnectionsAreTaken) {
    GateSettings settings = small();
    settings.connections = 5;
    Held held;
    const RunningGate gate(settings, held.handler());
    std::vector<RawClient> silent;
    for (int i = 0; i < 20; ++i) silent.emplace_back(gate.port());
    ASSERT_TRUE(comes([&] { return gate.counts().evicted >= 15; }));
    EXPECT_LE(gate.counts().connections, 5U);
    EXPECT_EQ(statusOf(gate.get("/")), "200");
}

TEST(GateLoad, AnswersBesideManySlowSockets) {
    GateSettings settings = small();
    settings.lightQueue = 50;
    settings.heavyQueue = 50;
    Held held;
    const RunningGate gate(settings, held.handler());
    std::vector<RawClient> slow;
    for (int i = 0; i < 300; ++i) {
        RawClient& client = slow.emplace_back(gate.port());
        if (i % 3 == 0) client.say("GET / HT");
        if (i % 3 == 1) client.say(post(gate, 5000) + "x");
    }
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(statusOf(gate.get("/health/live")), "200");
        EXPECT_EQ(statusOf(gate.answer(post(gate, 100'000) + std::string(100'000, 'x'))), "200");
    }
}

TEST(GateLoad, HoldsNoThreadForASlowReader) {
    GateSettings settings = small();
    settings.sendTime = 500ms;
    settings.slowestRate = 10'000'000;
    settings.addressMemory = 10 * 21'000'000;
    const RunningGate gate(settings, [](const Request& request) {
        return json(200, std::string(request.path == "/long" ? 20'000'000UL : 2UL, 'x'));
    });
    std::vector<RawClient> readers;
    for (int i = 0; i < 10; ++i) {
        readers.emplace_back(gate.port()).say("GET /long HTTP/1.1\r\n" + gate.host() + "\r\n");
        ASSERT_TRUE(comes([&] { return gate.lines().all().size() > static_cast<std::size_t>(i); }));
    }
    EXPECT_EQ(statusOf(gate.get("/")), "200");  // all ten answers are still on their way
    RawClient honest(gate.port());
    honest.say("GET /long HTTP/1.1\r\n" + gate.host() + "\r\n");
    EXPECT_GT(honest.hear().size(), 20'000'000U);
    EXPECT_TRUE(comes([&] { return gate.counts().connections == 0; }));  // cut at their deadline
    EXPECT_LT(readers[0].hear().size(), 20'000'000U);
}

TEST(GateLoad, KeepsNoDescriptorAndNoMemory) {
    Held held;
    const RunningGate gate(small(), held.handler());
    const std::size_t before = descriptors();
    for (int i = 0; i < 200; ++i) {
        RawClient client(gate.port());
        if (i % 4 == 0) client.say("GET / HTTP/1.1\r\n" + gate.host() + "\r\n");
        if (i % 4 == 1) client.say("GET / HT");
        if (i % 4 == 2) client.say(post(gate, 9000) + "x");
        if (i % 8 == 0) client.hear();
    }
    EXPECT_EQ(statusOf(gate.get("/")), "200");  // the loop has accepted all who came before it
    EXPECT_TRUE(comes([&] { return descriptors() == before; }));
    EXPECT_TRUE(comes([&] { return gate.counts().connections == 0; }));
    EXPECT_EQ(gate.counts().held, 0U);
}

}  // namespace
}  // namespace http
