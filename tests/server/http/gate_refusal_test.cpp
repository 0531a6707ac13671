// What the gate refuses by itself: forbidden forms, what is too large, what was cut.
#include <gtest/gtest.h>

#include <vector>

#include "tests/support/echo_gate.h"

namespace http {
namespace {

using support::bodyOf;
using support::echo;
using support::quick;
using support::RawClient;
using support::RunningGate;
using support::statusOf;

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

TEST(GateRefusal, RefusesEveryForbiddenFormWithAProblemAndWithoutAHandler) {
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

TEST(GateRefusal, RefusesWhatIsTooLarge) {
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

TEST(GateRefusal, TellsACutRequestFromAWholeOne) {
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

}  // namespace
}  // namespace http
