#include "server/http/exchange.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace http {
namespace {

const HeadRules kRules{{"a"}, 100};

Peer peerOf(const std::string& bytes) {
    Peer peer(Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)), "192.0.2.1", Time());
    EXPECT_EQ(peer.take(bytes, kRules, Time()), Peer::Reading::whole);
    peer.requestId = "ID";
    return peer;
}

Answer answerTo(const std::string& bytes, const Handler& handler) { return exchange(peerOf(bytes), handler, {}); }

TEST(Exchange, ShowsTheHandlerTheWholeRequest) {
    Request seen;
    std::string body;
    const Answer answer = answerTo(
        "POST /a%20b?c=%41 HTTP/1.1\r\nHost: a\r\nX-Two: 1\r\nEXPECT: 100-continue\r\nX-Two: 2\r\nContent-Length: "
        "5\r\n\r\nhello",
        [&](const Request& request) {
            seen = request;
            body = request.body;
            return json(201, "{}");
        });
    EXPECT_EQ(seen.method, "POST");
    EXPECT_EQ(seen.path, "/a%20b");
    EXPECT_EQ(seen.query, "c=%41");
    EXPECT_EQ(seen.address, "192.0.2.1");
    EXPECT_EQ(seen.id, "ID");
    EXPECT_EQ(body, "hello");
    EXPECT_EQ(seen.fields, (Fields{{"host", "a"}, {"x-two", "1"}, {"x-two", "2"}, {"content-length", "5"}}));
    EXPECT_EQ(answer.status, 201);
    EXPECT_TRUE(answer.head.starts_with("HTTP/1.1 201 Created\r\n"));
    EXPECT_EQ(answer.body, "{}");
}

TEST(Exchange, GivesTheBodyOfChunksWithoutThem) {
    std::string body;
    answerTo("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
             [&](const Request& request) {
                 body = request.body;
                 return Response{};
             });
    EXPECT_EQ(body, "hello");
}

TEST(Exchange, AnswersWhateverTheHandlerThrows) {
    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const Answer standard = answerTo(get, [](const Request&) -> Response { throw std::bad_alloc(); });
    EXPECT_EQ(standard.status, 500);
    EXPECT_NE(standard.finding.find("bad_alloc"), std::string::npos);
    EXPECT_EQ(answerTo(get, [](const Request&) -> Response { throw 5; }).status, 500);
}

TEST(Exchange, AnswersForAHandlerThatWouldSplitTheAnswer) {
    const Answer answer = answerTo("GET / HTTP/1.1\r\nHost: a\r\n\r\n", [](const Request&) {
        Response response;
        response.fields = {{"location", "/\r\nSet-Cookie: a=b"}};
        response.route = "/";
        return response;
    });
    EXPECT_EQ(answer.status, 500);
    EXPECT_EQ(answer.route, "/");
    EXPECT_EQ(answer.head.find("Set-Cookie"), std::string::npos);
    EXPECT_EQ(answer.body.find("Set-Cookie"), std::string::npos);
}

TEST(Exchange, SendsNoBodyToHead) {
    const Answer answer =
        answerTo("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", [](const Request&) { return json(200, "{}"); });
    EXPECT_NE(answer.head.find("Content-Length: 2"), std::string::npos);
    EXPECT_TRUE(answer.body.empty());
}

TEST(Exchange, LeavesTheDescriptorOpen) {
    const Peer peer = peerOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    exchange(peer, [](const Request&) { return Response{}; }, {});
    EXPECT_NE(::fcntl(peer.number(), F_GETFD), -1);
}

TEST(Exchange, PocoReadsTheFieldsThatTheCheckRead) {
    std::string fields;
    for (int size = 1; size <= 3990; size += 57) {
        std::size_t count = 0;
        const std::string line = "X-A: " + std::string(static_cast<std::size_t>(size), 'a') + "\r\n";
        const Answer answer =
            answerTo("GET / HTTP/1.1\r\nHost: a\r\n" + line + "X-B: b\r\n\r\n", [&](const Request& request) {
                count = request.fields.size();
                return Response{};
            });
        EXPECT_EQ(count, 3U) << size;
        EXPECT_EQ(answer.status, 200) << size;
    }
}

TEST(Exchange, RefusalIsAProblem) {
    const Answer answer =
        refusalAnswer(peerOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), {503, base::say("http.busy"), {}}, {});
    EXPECT_EQ(answer.status, 503);
    EXPECT_NE(answer.head.find("retry-after: 1\r\n"), std::string::npos);
    EXPECT_NE(answer.body.find("\"instance\":\"ID\""), std::string::npos);
}

}  // namespace
}  // namespace http
