// The gate under more than it can do: full queues, full memory, crowds, slow readers, the order to stop.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <semaphore>

#include "tests/support/running_gate.h"

namespace http {
namespace {

using support::RawClient;
using support::RunningGate;
using support::statusOf;
using namespace std::chrono_literals;

/// "/wait" waits until it is let go; all else answers at once.
struct Held {
    std::counting_semaphore<1000> begun{0};
    std::counting_semaphore<1000> let{0};

    Response operator()(const Request& request) {
        if (request.path == "/wait") {
            begun.release();
            let.acquire();
        }
        return json(200, std::to_string(request.body.size()));
    }
    Handler handler() {
        return [this](const Request& request) { return (*this)(request); };
    }
};

GateSettings small() {
    GateSettings settings;
    settings.workers = 3;
    settings.lightQueue = 2;
    settings.heavyQueue = 1;
    settings.smallBody = 1000;
    settings.headTime = 5s;
    settings.bodyTime = 5s;
    settings.queueTime = 5s;
    settings.lingerTime = 200ms;
    settings.drainTime = 500ms;
    return settings;
}

/// Until it holds, at most some seconds.
template <class Condition>
bool comes(Condition condition) {
    for (int i = 0; i < 500 && !condition(); ++i) std::this_thread::sleep_for(10ms);
    return condition();
}

std::string wait(const RunningGate& gate) { return "GET /wait HTTP/1.1\r\n" + gate.host() + "\r\n"; }
std::string post(const RunningGate& gate, std::size_t size) {
    return "POST / HTTP/1.1\r\n" + gate.host() + "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}
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

TEST(GateLoad, BoundsWhatOneAddressHolds) {
    GateSettings settings = small();
    settings.bodyLimit = 1'000'000;
    settings.addressMemory = 1'100'000;  // a body that grows may hold twice its octets
    Held held;
    const RunningGate gate(settings, held.handler());
    RawClient first(gate.port());
    RawClient second(gate.port());
    first.say(post(gate, 900'000) + std::string(500'000, 'x'));
    ASSERT_TRUE(comes([&] { return gate.counts().held > 490'000; }));
    second.say(post(gate, 900'000) + std::string(700'000, 'x'));
    EXPECT_EQ(statusOf(second.hear()), "503");
    RawClient other(gate.port(), "127.0.0.2");
    other.say(post(gate, 400'000) + std::string(400'000, 'x'));
    EXPECT_EQ(statusOf(other.hear()), "200");
    first.say(std::string(10'000, 'x'));  // still under its share
    EXPECT_EQ(first.hear(100ms), "");
}

TEST(GateLoad, BoundsWhatAllHold) {
    GateSettings settings = small();
    settings.bodyLimit = 1'000'000;
    settings.memory = 1'100'000;
    Held held;
    const RunningGate gate(settings, held.handler());
    RawClient first(gate.port());
    RawClient second(gate.port(), "127.0.0.2");
    first.say(post(gate, 900'000) + std::string(500'000, 'x'));
    ASSERT_TRUE(comes([&] { return gate.counts().held > 490'000; }));
    second.say(post(gate, 900'000) + std::string(700'000, 'x'));
    const std::string answer = second.hear();
    EXPECT_EQ(statusOf(answer), "503");
    EXPECT_NE(answer.find("http-no-memory"), answer.npos);
    EXPECT_EQ(statusOf(gate.get("/")), "200");  // what comes at once needs none
}

constexpr std::size_t kLarge = 8'000'000;  // more than a socket takes

/// "/large" has a large answer.
Response answerOf(const Request& request) { return json(200, std::string(request.path == "/large" ? kLarge : 2, 'x')); }

std::string large(const RunningGate& gate, const std::string& method) {
    return method + " /large HTTP/1.1\r\n" + gate.host() + "Content-Length: 0\r\n\r\n";
}

TEST(GateLoad, BoundsWhatTheSlowReadersOfOneAddressHold) {
    GateSettings settings = small();
    settings.addressMemory = 2 * kLarge;
    const RunningGate gate(settings, answerOf);
    std::vector<RawClient> readers;
    for (std::size_t i = 0; i < 6; ++i) {
        readers.emplace_back(gate.port(), "127.0.0.2").say(large(gate, "GET"));
        ASSERT_TRUE(comes([&] { return gate.lines().all().size() > i; }));
    }
    EXPECT_LT(gate.counts().held, 2.1 * kLarge);
    const std::string answer = readers.back().hear();
    EXPECT_EQ(statusOf(answer), "503");
    EXPECT_NE(answer.find("http-no-memory"), answer.npos);
    EXPECT_NE(answer.find("retry-after: 1"), answer.npos);
    EXPECT_EQ(gate.counts().answered.at(200), 2U);
    EXPECT_EQ(gate.counts().refused.at("http-no-memory"), 4U);
    RawClient probe(gate.port(), "127.0.0.2");
    probe.say("GET /health/live HTTP/1.1\r\n" + gate.host() + "\r\n");
    EXPECT_EQ(statusOf(probe.hear()), "200");
    EXPECT_GT(gate.answer(large(gate, "GET")).size(), kLarge);  // others have their own share
    for (std::size_t i = 0; i < 2; ++i) EXPECT_GT(readers.at(i).hear().size(), kLarge);
    RawClient again(gate.port(), "127.0.0.2");
    again.say(large(gate, "GET"));
    EXPECT_GT(again.hear().size(), kLarge);
}

TEST(GateLoad, WithholdsOnlyLargeFilesWhereAllIsHeld) {
    GateSettings settings = small();
    settings.memory = kLarge;
    const RunningGate gate(settings, answerOf);
    RawClient reader(gate.port(), "127.0.0.2");
    reader.say(large(gate, "GET"));
    ASSERT_TRUE(comes([&] { return gate.counts().held > kLarge; }));
    EXPECT_EQ(statusOf(gate.answer(large(gate, "GET"))), "503");
    EXPECT_EQ(statusOf(gate.get("/")), "200");
    EXPECT_GT(gate.answer(large(gate, "POST")).size(), kLarge);  // what was done is told
    const auto lines = gate.lines().all();
    ASSERT_EQ(lines.size(), 4U);  // one a request
    EXPECT_EQ(lines.at(1).status, 503);
    EXPECT_EQ(lines.at(1).finding, "http.no_memory");
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
    gate.get("/");
    ASSERT_TRUE(comes([&] { return gate.counts().connections == 0; }));
    const std::size_t before = descriptors();
    for (int i = 0; i < 200; ++i) {
        RawClient client(gate.port());
        if (i % 4 == 0) client.say("GET / HTTP/1.1\r\n" + gate.host() + "\r\n");
        if (i % 4 == 1) client.say("GET / HT");
        if (i % 4 == 2) client.say(post(gate, 9000) + "x");
        if (i % 8 == 0) client.hear();
    }
    EXPECT_TRUE(comes([&] { return gate.counts().connections == 0; }));
    EXPECT_EQ(descriptors(), before);
    EXPECT_EQ(gate.counts().held, 0U);
}

TEST(GateLoad, FinishesWhatHasBegunBeforeItEnds) {
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

TEST(GateLoad, EndsWhatWillNotEnd) {
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

TEST(GateLoad, StopsBeforeItHasBegun) {
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
