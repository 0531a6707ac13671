// The gate where memory is short: what grows and what is large gets 503, what was done is told.
#include <gtest/gtest.h>

#include <map>

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

TEST(GateMemory, BoundsWhatOneAddressHolds) {
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

TEST(GateMemory, BoundsWhatAllHold) {
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

TEST(GateMemory, BoundsWhatTheSlowReadersOfOneAddressHold) {
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

TEST(GateMemory, WithholdsOnlyLargeFilesWhereAllIsHeld) {
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

TEST(GateMemory, CountsAnswersBeforeTheLoopTakesThemUp) {
    GateSettings settings = small();
    settings.memory = 2 * kLarge;
    settings.lightQueue = 20;
    Held held;
    const Handler handler = [&held](const Request& request) {
        Response response = held(request);
        if (request.path == "/wait") response.body = std::string(kLarge, 'x');
        return response;
    };
    std::binary_semaphore isBusy{0}, mayGoOn{0};
    const RunningGate gate(settings, handler, [&](const RequestLine& line) {
        if (line.status != 400) return;
        isBusy.release();
        mayGoOn.acquire();
    });
    std::vector<RawClient> readers;
    for (int i = 0; i < 10; ++i) readers.emplace_back(gate.port()).say(wait(gate));
    for (int i = 0; i < 2; ++i) EXPECT_EQ(statusOf(gate.get("/health/live")), "200");  // by now all ten are lent
    const RawClient malformed(gate.port());
    malformed.say("hello\r\n\r\n");
    isBusy.acquire();  // the loop, with its log
    held.let.release(10);
    EXPECT_TRUE(comes([&] {
        const auto refused = gate.counts().refused;
        return refused.contains("http-no-memory") && refused.at("http-no-memory") == 8;
    }));
    EXPECT_TRUE(comes([&] {  // what is refused leaves a moment behind its refusal
        const auto counted = gate.counts().held;
        return counted > 2 * kLarge && counted < 2 * kLarge + kLarge / 5;
    })) << gate.counts().held;
    mayGoOn.release();
    std::map<std::string, int> statuses;
    for (RawClient& reader : readers) ++statuses[statusOf(reader.hear())];
    EXPECT_EQ(statuses, (std::map<std::string, int>{{"200", 2}, {"503", 8}}));
    EXPECT_TRUE(comes([&] { return gate.counts().held == 0; }));
    EXPECT_EQ(gate.lines().all().size(), 13U);  // one a request
}

}  // namespace
}  // namespace http
