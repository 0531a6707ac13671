#include "server/http/desk.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "tests/support/request_lines.h"

namespace http {
namespace {

const HeadRules kRules{{"a"}, 100};

TEST(Desk, CountsAndTellsWhatItAnswers) {
    const GateSettings settings;
    support::RequestLines log;
    Desk desk(
        settings,
        [](const Request&) {
            Response response = json(404, "{}");
            response.route = "/a/{id}";
            return response;
        },
        log);
    Peer peer(Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), "192.0.2.77", Time());
    peer.take("GET /a/token?b HTTP/1.1\r\nHost: a\r\n\r\n", kRules, Time());
    peer.requestId = "ID";
    desk.serve(peer);
    EXPECT_EQ(peer.answer.status, 404);
    EXPECT_EQ(log.all().size(), 0U);  // it may still be withheld
    desk.served(peer);
    EXPECT_EQ(desk.counters().counts(0).answered.at(404), 1U);
    const RequestLine line = log.all().at(0);
    EXPECT_EQ(line.requestId, "ID");
    EXPECT_EQ(line.method, "GET");
    EXPECT_EQ(line.route, "/a/{id}");
    EXPECT_EQ(line.address, "192.0.2.0");
    EXPECT_EQ(jsonLine(line, {}).find("token"), std::string::npos);
}

TEST(Desk, WithholdsOnlyWhatIsLargeAndWasOnlyLookedAt) {
    GateSettings settings;
    settings.smallBody = 10;
    support::RequestLines log;
    std::size_t size = 11;
    Desk desk(settings, [&size](const Request&) { return json(200, std::string(size, ' ')); }, log);
    const auto mayWithhold = [&](const std::string& method) {
        Peer peer(Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), "192.0.2.77", Time());
        peer.take(method + " / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", kRules, Time());
        desk.serve(peer);
        return desk.mayWithhold(peer);
    };
    EXPECT_TRUE(mayWithhold("GET"));
    EXPECT_FALSE(mayWithhold("HEAD"));
    EXPECT_FALSE(mayWithhold("POST"));
    size = 10;
    EXPECT_FALSE(mayWithhold("GET"));
}

TEST(Desk, WithholdsInTheRoutesName) {
    const GateSettings settings;
    support::RequestLines log;
    const auto handler = [](const Request&) {
        Response response = json(200, std::string(1000, ' '));
        response.route = "/a/{id}";
        return response;
    };
    Desk desk(settings, handler, log);
    Peer peer(Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), "192.0.2.77", Time());
    peer.take("GET /a/b HTTP/1.1\r\nHost: a\r\n\r\n", kRules, Time());
    desk.serve(peer);
    desk.withhold(peer, {503, base::say("http.no_memory"), {}});
    EXPECT_TRUE(peer.isRefused);
    EXPECT_EQ(peer.answer.status, 503);
    EXPECT_EQ(peer.answer.body.find("  "), std::string::npos);
    EXPECT_EQ(log.all().size(), 1U);
    EXPECT_EQ(log.all().at(0).route, "/a/{id}");
    EXPECT_EQ(log.all().at(0).finding, "http.no_memory");
}

TEST(Desk, CountsRefusalsByTheirType) {
    const GateSettings settings;
    support::RequestLines log;
    Desk desk(settings, [](const Request&) { return Response{}; }, log);
    Peer peer(Descriptor(), "192.0.2.77", Time());
    desk.refuse(peer, {400, base::say("http.framing.length"), {}});
    EXPECT_EQ(peer.requestId.size(), 26U);
    EXPECT_TRUE(peer.isRefused);
    EXPECT_EQ(desk.counters().counts(7).held, 7U);
    EXPECT_EQ(desk.counters().counts(0).refused.at("http-framing"), 1U);
    EXPECT_EQ(log.all().at(0).status, 400);
    EXPECT_EQ(log.all().at(0).finding, "http.framing.length");
    EXPECT_EQ(log.all().at(0).method, "");
}

}  // namespace
}  // namespace http
