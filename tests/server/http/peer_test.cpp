#include "server/http/peer.h"

#include <gtest/gtest.h>

namespace http {
namespace {

using Reading = Peer::Reading;
using namespace std::chrono_literals;

const HeadRules kRules{{"a"}, 100};
constexpr const char* kPost = "POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n";

Peer peerOf() { return {Descriptor(), "192.0.2.1", Time()}; }

TEST(Peer, ReadsARequestInPieces) {
    const std::string bytes = std::string(kPost) + "hello";
    for (std::size_t step = 1; step <= bytes.size(); ++step) {
        Peer peer = peerOf();
        Reading reading = Reading::open;
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            EXPECT_EQ(reading, Reading::open);
            reading = peer.take(std::string_view(bytes).substr(at, step), kRules, Time());
        }
        EXPECT_EQ(reading, Reading::whole) << step;
        EXPECT_EQ(peer.body(), "hello");
        EXPECT_EQ(peer.rawHead(), kPost);
        EXPECT_EQ(peer.head().path, "/x");
    }
}

TEST(Peer, LeavesWhatFollowsTheRequest) {
    Peer peer = peerOf();
    EXPECT_EQ(peer.take(std::string(kPost) + "helloGET /hidden HTTP/1.1\r\n", kRules, Time()), Reading::whole);
    EXPECT_EQ(peer.body(), "hello");
}

TEST(Peer, SaysWhyItIsRefused) {
    Peer peer = peerOf();
    EXPECT_EQ(peer.take("GET / HTTP/1.1\n", kRules, Time()), Reading::refused);
    EXPECT_EQ(peer.refusal().status, 400);
    Peer chunked = peerOf();
    EXPECT_EQ(chunked.take("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx", kRules, Time()),
              Reading::refused);
    EXPECT_EQ(chunked.refusal().message.key, "http.framing.chunk");
    Peer large = peerOf();
    EXPECT_EQ(large.take("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFF\r\n", kRules, Time()),
              Reading::refused);
    EXPECT_EQ(large.refusal().status, 413);
}

TEST(Peer, KnowsWhereItWasCut) {
    Peer peer = peerOf();
    EXPECT_TRUE(peer.isSilent());
    peer.take("GET", kRules, Time());
    EXPECT_EQ(peer.cut().message.key, "http.header.cut");
    peer = peerOf();
    peer.take(kPost, kRules, Time());
    EXPECT_EQ(peer.cut().message.key, "body.truncated");
}

TEST(Peer, WantsToBeToldToGoOnOnce) {
    const std::string expecting = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n";
    Peer peer = peerOf();
    peer.take(expecting, kRules, Time());
    EXPECT_TRUE(peer.takeContinue());
    EXPECT_FALSE(peer.takeContinue());
    Peer eager = peerOf();
    eager.take(expecting + "h", kRules, Time());
    EXPECT_FALSE(eager.takeContinue());
}

TEST(Peer, HasTimeForItsHeadInAllAndForItsBodyByTheByte) {
    GateSettings settings;
    settings.headTime = 10s;
    settings.bodyTime = 30s;
    settings.slowestRate = 10;
    Peer peer = peerOf();
    peer.take("GET / HTTP", kRules, Time(5s));
    EXPECT_EQ(peer.deadline(settings, peer.since), Time(10s));  // from connecting on
    peer = peerOf();
    peer.take(kPost, kRules, Time(5s));
    EXPECT_EQ(peer.deadline(settings, peer.since), Time(35s));
    peer.take("hel", kRules, Time(20s));
    EXPECT_EQ(peer.deadline(settings, peer.since), Time(35s + 300ms));
}

TEST(Peer, HandsOutItsAnswerHeadFirst) {
    Peer peer = peerOf();
    peer.answer.head = "head";
    peer.answer.body = "body";
    EXPECT_EQ(peer.unsent(), "head");
    EXPECT_TRUE(peer.hasMoreThan(peer.unsent()));
    peer.sent(2);
    EXPECT_EQ(peer.unsent(), "ad");
    peer.sent(2);
    EXPECT_EQ(peer.unsent(), "body");
    EXPECT_FALSE(peer.hasMoreThan(peer.unsent()));
    peer.sent(4);
    EXPECT_TRUE(peer.hasSentAll());
}

TEST(Peer, ForgetsWhatItHeld) {
    Peer peer = peerOf();
    peer.take(std::string("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 90\r\n\r\n") + std::string(90, 'x'), kRules,
              Time());
    peer.answer.body = std::string(1000, 'x');
    EXPECT_GT(peer.memory(), 1000U);
    peer.forgetRequest();
    peer.forgetAnswer();
    EXPECT_LT(peer.memory(), 100U);
}

}  // namespace
}  // namespace http
