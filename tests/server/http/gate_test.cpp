#include "server/http/gate.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <semaphore>
#include <vector>

#include "base/error.h"
#include "tests/support/running_gate.h"

namespace http {
namespace {

using support::RawClient;
using support::RunningGate;
using support::statusOf;
using namespace std::chrono_literals;

/// Says what it has understood; "/throw" throws.
Response echo(const Request& request) {
    if (request.path == "/throw") throw std::runtime_error("secret");
    Response response = json(200, request.method + ' ' + request.path + ' ' + std::to_string(request.body.size()) +
                                      ' ' + std::string(request.body.substr(0, 20)));
    response.route = "/{all}";
    return response;
}

GateSettings quick() {
    GateSettings settings;
    settings.workers = 4;
    settings.headTime = 1s;
    settings.bodyTime = 1s;
    settings.lingerTime = 1s;
    settings.drainTime = 1000ms;
    settings.bodyLimit = 200'000;
    return settings;
}

std::string bodyOf(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == answer.npos ? std::string() : answer.substr(end + 4);
}

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

struct Forbidden {
    const char* bytes;  ///< HOST stands for the good Host line
    const char* status;
    const char* type;
};

std::string put(std::string bytes, const std::string& host) {
    for (auto at = bytes.find("HOST"); at != bytes.npos; at = bytes.find("HOST")) bytes.replace(at, 4, host);
    return bytes;
}

const Forbidden kForbidden[] = {
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: +5\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: -1\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5x\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 0x5\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5, 5\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: =?5\r\n\r\nhello", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length:\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 100000000000000000000\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.0\r\nHOSTTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: gzip, chunked\r\n\r\n", "501", "http-coding"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: xchunked\r\n\r\n", "501", "http-coding"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: identity\r\n\r\n", "501", "http-coding"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: =?UTF-8?Q?chunked?=\r\n\r\n", "501", "http-coding"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", "501", "http-coding"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A : b\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\nHost: a\n\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A: b\nX-B: c\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A: b\r\n c\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A: b\x01\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A: b\x7F\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOST: b\r\n\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\nHOSTX-A: =?UTF-8?Q?=0D=0ASet-Cookie:_a?=\r\n\r\n", "400", "http-header"},
    {"G\x01T / HTTP/1.1\r\nHOST\r\n", "400", "http-header"},
    {"GET / HTTP/1.1\r\n\r\n", "400", "host"},
    {"GET / HTTP/1.1\r\nHOSTHOST\r\n", "400", "host"},
    {"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", "400", "host"},
    {"GET http://evil.example/ HTTP/1.1\r\nHOST\r\n", "400", "host"},
    {"GET / HTTP/9.9\r\nHOST\r\n", "505", "http-version"},
    {"PRI * HTTP/2.0\r\n\r\n", "505", "http-version"},
    {"TRACE / HTTP/1.1\r\nHOST\r\n", "405", "http-method-unknown"},
    {"BREW / HTTP/1.1\r\nHOST\r\n", "405", "http-method-unknown"},
    {"POST / HTTP/1.1\r\nHOST\r\n", "411", "http-length-missing"},
    {"PUT / HTTP/1.1\r\nHOST\r\n", "411", "http-length-missing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 200001\r\n\r\n", "413", "too-large"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n30D41\r\n", "413", "too-large"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\nFFFFFFFFF\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n5\nhello\n0\n\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n5\r\nhelloX", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTTransfer-Encoding: chunked\r\n\r\n0\r\nX-A: b\r\n\r\n", "400", "http-framing"},
    {"POST / HTTP/1.1\r\nHOSTContent-Length: 5\r\nExpect: tea\r\n\r\n", "417", "http-expectation"},
    {"GET /%zz HTTP/1.1\r\nHOST\r\n", "400", "http-request"},
    {"GET  / HTTP/1.1\r\nHOST\r\n", "400", "http-request"},
    {"hello\r\n\r\n", "400", "http-request"},
};

TEST(Gate, RefusesEveryForbiddenFormWithAProblemAndWithoutAHandler) {
    const RunningGate gate(quick(), echo);
    for (const Forbidden& each : kForbidden) {
        const std::string answer = gate.answer(put(each.bytes, gate.host()));
        EXPECT_EQ(statusOf(answer), each.status) << each.bytes;
        EXPECT_NE(bodyOf(answer).find("\"type\":\"" + std::string(each.type) + '"'), answer.npos) << each.bytes;
        EXPECT_NE(answer.find("application/problem+json"), answer.npos) << each.bytes;
        EXPECT_EQ(answer.find("HTTP/1.1 ", 1), answer.npos) << each.bytes;
    }
    EXPECT_GE(std::size(kForbidden), 40U);
    EXPECT_TRUE(gate.counts().answered.empty());
    EXPECT_EQ(gate.lines().all().size(), std::size(kForbidden));
    EXPECT_EQ(gate.counts().refused.at("http-coding"), 5U);
    EXPECT_EQ(statusOf(gate.get("/still-there")), "200");
}

TEST(Gate, RefusesWhatIsTooLarge) {
    const RunningGate gate(quick(), echo);
    const auto withField = [&](std::size_t size) {
        return gate.answer("GET / HTTP/1.1\r\n" + gate.host() + "X-A: " + std::string(size, 'a') + "\r\n\r\n");
    };
    EXPECT_EQ(statusOf(withField(3900)), "200");
    for (const std::size_t size : std::vector<std::size_t>{4089, 8181, 40'000})
        EXPECT_EQ(statusOf(withField(size)), "431") << size;
    EXPECT_EQ(statusOf(gate.get('/' + std::string(5000, 'a'))), "414");
    EXPECT_EQ(statusOf(gate.answer(std::string(10'000, 'a'))), "414");
    std::string fields;
    for (int i = 0; i < 64; ++i) fields += "A: b\r\n";
    EXPECT_EQ(statusOf(gate.answer("GET / HTTP/1.1\r\n" + gate.host() + fields + "\r\n")), "431");
    // a refusal is heard although its client goes on sending
    const std::string answer =
        gate.answer("POST / HTTP/1.1\r\n" + gate.host() + "Content-Length: 900000\r\n\r\n" + std::string(900'000, 'x'));
    EXPECT_EQ(statusOf(answer), "413");
    EXPECT_NE(answer.find("200000"), answer.npos);
}

TEST(Gate, TellsACutRequestFromAWholeOne) {
    const RunningGate gate(quick(), echo);
    const std::string length = "POST /a HTTP/1.1\r\n" + gate.host() + "Content-Length: 5\r\n\r\nhello";
    const std::string chunks =
        "POST /a HTTP/1.1\r\n" + gate.host() + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    for (const std::string& whole : {length, chunks})
        for (std::size_t cut = 1; cut < whole.size(); ++cut) {
            RawClient client(gate.port());
            client.say(whole.substr(0, cut));
            client.endSaying();
            const std::string answer = client.hear();
            const bool isBody = cut >= whole.find("\r\n\r\n") + 4;
            EXPECT_EQ(statusOf(answer), "400") << cut;
            EXPECT_NE(answer.find(isBody ? "\"body-truncated\"" : "\"http-header\""), answer.npos) << cut;
        }
    EXPECT_TRUE(gate.counts().answered.empty());
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
