#include "server/http/gate.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <semaphore>
#include <vector>

#include "base/error.h"
#include "tests/support/echo_gate.h"

namespace http {
namespace {

using support::bodyOf;
using support::echo;
using support::quick;
using support::RawClient;
using support::RunningGate;
using support::statusOf;
using namespace std::chrono_literals;

TEST(Gate, AnswersWithTheSecurityHeadersAndAnId) {
    const RunningGate gate(quick(), echo);
    const std::string answer = gate.get("/a%20b?c");
    EXPECT_EQ(statusOf(answer), "200");
    EXPECT_EQ(bodyOf(answer), "GET /a%20b 0 ");
    for (const char* field : {"Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff",
                              "Referrer-Policy: no-referrer", "Cache-Control: no-store",
                              "X-Request-Id: ", "Content-Length: 13\r\n", "Connection: close", "Date: "})
        EXPECT_NE(answer.find(field), answer.npos) << field;
    EXPECT_EQ(answer.find("Strict-Transport-Security"), answer.npos);
}

TEST(Gate, ReadsEveryFormOfAGoodRequest) {
    const RunningGate gate(quick(), echo);
    const std::string host = gate.host();
    EXPECT_EQ(bodyOf(gate.answer("POST /a HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello")), "POST /a 5 hello");
    EXPECT_EQ(bodyOf(gate.answer("POST /a HTTP/1.1\r\n" + host +
                                 "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")),
              "POST /a 5 hello");
    EXPECT_EQ(bodyOf(gate.answer("GET /a HTTP/1.0\r\n" + host + "\r\n")), "GET /a 0 ");
    EXPECT_EQ(
        bodyOf(gate.answer("GET http://127.0.0.1:" + std::to_string(gate.port()) + "/a HTTP/1.1\r\n" + host + "\r\n")),
        "GET /a 0 ");
    EXPECT_EQ(bodyOf(gate.answer("PUT /a HTTP/1.1\r\n" + host + "Content-Length: 200000\r\n\r\n" +
                                 std::string(200'000, 'x'))),
              "PUT /a 200000 " + std::string(20, 'x'));
    const std::string head = gate.answer("HEAD /a HTTP/1.1\r\n" + host + "\r\n");
    EXPECT_NE(head.find("Content-Length: 10\r\n"), head.npos);
    EXPECT_EQ(bodyOf(head), "");
}

TEST(Gate, ReadsARequestThatComesByTheByteAndOneWhoseSenderHasEnded) {
    GateSettings settings = quick();
    settings.headTime = settings.bodyTime = 20s;
    const RunningGate gate(settings, echo);
    const std::string request = "POST /a HTTP/1.1\r\n" + gate.host() + "Content-Length: 5\r\n\r\nhello";
    RawClient slow(gate.port());
    for (const char& byte : request) {
        ASSERT_TRUE(slow.say({&byte, 1}));
        std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(bodyOf(slow.hear()), "POST /a 5 hello");
    RawClient ended(gate.port());
    ended.say(request);
    ended.endSaying();
    EXPECT_EQ(bodyOf(ended.hear()), "POST /a 5 hello");
}

TEST(Gate, SaysOnceThatAClientMayGoOn) {
    const RunningGate gate(quick(), echo);
    RawClient client(gate.port());
    client.say("POST /a HTTP/1.1\r\n" + gate.host() + "Expect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    ASSERT_TRUE(client.hears("HTTP/1.1 100 Continue\r\n\r\n"));
    client.say("hello");
    const std::string all = client.hear();
    EXPECT_EQ(all.find("100 Continue", 20), all.npos);
    EXPECT_NE(all.find("POST /a 5 hello"), all.npos);
    // who is refused is not told to send
    const std::string refused =
        gate.answer("POST /a HTTP/1.1\r\n" + gate.host() + "Expect: 100-continue\r\nContent-Length: 900000\r\n\r\n");
    EXPECT_EQ(statusOf(refused), "413");
}

TEST(Gate, NeverReadsASecondRequestFromAConnection) {
    const RunningGate gate(quick(), echo);
    const std::string hidden = "GET /hidden HTTP/1.1\r\n" + gate.host() + "\r\n";
    for (const std::string& first :
         {"GET /a HTTP/1.1\r\n" + gate.host() + "\r\n",
          "POST /a HTTP/1.1\r\n" + gate.host() + "Content-Length: 5\r\n\r\nhello",
          "GET /a HTTP/1.1\r\n" + gate.host() + "Content-Length: " + std::to_string(hidden.size()) + "\r\n\r\n"}) {
        const std::string answer = gate.answer(first + hidden);
        EXPECT_EQ(statusOf(answer), "200");
        EXPECT_EQ(answer.find("HTTP/1.1 ", 1), answer.npos);
    }
    EXPECT_EQ(gate.lines().all().size(), 3U);
}

TEST(Gate, CutsSlowClientsAtTheirDeadline) {
    const RunningGate gate(quick(), echo);
    RawClient silent(gate.port());
    RawClient head(gate.port());
    RawClient body(gate.port());
    head.say("GET / HT");
    body.say("POST / HTTP/1.1\r\n" + gate.host() + "Content-Length: 5\r\n\r\nhel");
    EXPECT_EQ(silent.hear(6s), "");
    EXPECT_TRUE(silent.isClosed());
    EXPECT_EQ(statusOf(head.hear(6s)), "408");
    EXPECT_EQ(statusOf(body.hear(6s)), "408");
    EXPECT_EQ(gate.counts().refused.at("http-too-slow"), 2U);
}

TEST(Gate, MakesAProblemOfWhatAHandlerThrows) {
    const RunningGate gate(quick(), echo);
    const std::string answer = gate.get("/throw");
    EXPECT_EQ(statusOf(answer), "500");
    EXPECT_EQ(answer.find("secret"), answer.npos);
}

TEST(Gate, LogsNoPathNoQueryAndNoWholeAddress) {
    const RunningGate gate(quick(), echo);
    const std::string answer = gate.get("/links/s3cret-token?password=s3cret");
    const auto lines = gate.lines().all();
    ASSERT_EQ(lines.size(), 1U);
    const std::string line = jsonLine(lines[0], {});
    EXPECT_EQ(line.find("s3cret"), line.npos);
    EXPECT_EQ(lines[0].address, "127.0.0.0");
    EXPECT_EQ(lines[0].route, "/{all}");
    EXPECT_EQ(lines[0].status, 200);
    EXPECT_NE(answer.find("X-Request-Id: " + lines[0].requestId), answer.npos);
}

TEST(Gate, BelievesItsProxyOnly) {
    const auto who = [](const Request& request) { return json(200, request.address); };
    const auto ask = [](const RunningGate& gate) {
        return bodyOf(
            gate.answer("GET / HTTP/1.0\r\n" + gate.host() + "X-Forwarded-For: 198.51.100.1, 192.0.2.7\r\n\r\n"));
    };
    GateSettings settings = quick();
    EXPECT_EQ(ask(RunningGate(settings, who)), "127.0.0.1");
    settings.proxies = {"127.0.0.1"};
    settings.transport = Transport::tls;
    const RunningGate gate(settings, who);
    EXPECT_EQ(ask(gate), "192.0.2.7");
    EXPECT_NE(gate.get("/").find("Strict-Transport-Security"), std::string::npos);
}

TEST(Gate, ClosesEveryDescriptorOnExec) {
    std::binary_semaphore inside{0};
    std::binary_semaphore go{0};
    const RunningGate gate(quick(), [&](const Request&) {
        inside.release();
        go.acquire();
        return json(200, "{}");
    });
    RawClient client(gate.port());
    client.say("GET / HTTP/1.1\r\n" + gate.host() + "\r\n");
    inside.acquire();
    std::size_t looked = 0;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        const int number = std::stoi(entry.path().filename());
        const std::string target = std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(number)).string();
        if (number < 3 || (!target.starts_with("socket:") && target.find("event") == target.npos)) continue;
        EXPECT_NE(::fcntl(number, F_GETFD) & FD_CLOEXEC, 0) << target;
        ++looked;
    }
    EXPECT_GE(looked, 5U);  // listener, epoll, eventfd, both ends of the connection
    go.release();
    EXPECT_EQ(statusOf(client.hear()), "200");
}

TEST(Gate, SharesItsPortWithNobody) {
    const RunningGate gate(quick(), echo);
    GateSettings settings = quick();
    settings.port = gate.port();
    support::RequestLines lines;
    EXPECT_THROW(Gate(settings, echo, lines), base::Error);
}

}  // namespace
}  // namespace http
