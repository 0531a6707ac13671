#include "server/http/head_check.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "server/http/problem.h"
#include "server/limits.h"

namespace http {
namespace {

const HeadRules kRules{{"127.0.0.1:8080", "akces.example.pl"}, 1000};

HeadCheck check(std::string_view bytes) {
    std::size_t scanned = 0;
    return checkHead(bytes, scanned, kRules);
}

/// "400 http-framing", "200 GET /path?query".
std::string verdict(std::string_view bytes) {
    const HeadCheck result = check(bytes);
    if (const auto* why = std::get_if<Refusal>(&result))
        return std::to_string(why->status) + ' ' + problemType(why->message.key);
    if (const auto* head = std::get_if<Head>(&result))
        return "200 " + head->method + ' ' + head->path + (head->query.empty() ? "" : "?" + head->query);
    return "more";
}

constexpr const char* kHost = "Host: 127.0.0.1:8080\r\n";

std::string get(const std::string& fields) { return "GET / HTTP/1.1\r\n" + std::string(kHost) + fields + "\r\n"; }
std::string post(const std::string& fields) { return "POST /a HTTP/1.1\r\n" + std::string(kHost) + fields + "\r\n"; }
std::string line(const std::string& requestLine) { return requestLine + "\r\n" + kHost + "\r\n"; }

TEST(HeadCheck, AcceptsWhatBrowsersAndProxiesSend) {
    EXPECT_EQ(verdict(get("")), "200 GET /");
    EXPECT_EQ(verdict(line("GET /a/b%20c?x=1&y=%C5%82 HTTP/1.1")), "200 GET /a/b%20c?x=1&y=%C5%82");
    EXPECT_EQ(verdict(line("HEAD / HTTP/1.0")), "200 HEAD /");
    EXPECT_EQ(verdict(line("OPTIONS * HTTP/1.1")), "200 OPTIONS *");
    EXPECT_EQ(verdict(line("GET http://AKCES.example.pl/a?b HTTP/1.1")), "200 GET /a?b");
    EXPECT_EQ(verdict(line("GET http://akces.example.pl HTTP/1.1")), "200 GET /");
    EXPECT_EQ(verdict(line("GET /?a=b?c=d HTTP/1.1")), "200 GET /?a=b?c=d");
    EXPECT_EQ(verdict(get("Accept:\r\nX-A: \t a b \t\r\nUser-Agent: \xC5\x82\r\n")), "200 GET /");
    EXPECT_EQ(verdict(post("Content-Length: 1000\r\n")), "200 POST /a");
    EXPECT_EQ(verdict(post("content-length: 0\r\n")), "200 POST /a");
    EXPECT_EQ(verdict(post("Transfer-Encoding: Chunked\r\n")), "200 POST /a");
    EXPECT_EQ(verdict(line("DELETE /a HTTP/1.1")), "200 DELETE /a");
}

TEST(HeadCheck, TellsLengthCodingExpectationAndProxy) {
    const std::string bytes =
        post("Expect: 100-Continue\r\nX-Forwarded-For: 192.0.2.1, 192.0.2.7 \r\nContent-Length: 12\r\n");
    const Head head = std::get<Head>(check(bytes + "body"));
    EXPECT_EQ(head.size, bytes.size());
    EXPECT_EQ(head.length, 12U);
    EXPECT_FALSE(head.isChunked);
    EXPECT_TRUE(head.wantsContinue);
    EXPECT_EQ(head.expectAt, bytes.find("Expect"));
    EXPECT_EQ(head.forwardedFor, "192.0.2.7");
    EXPECT_TRUE(std::get<Head>(check(post("Transfer-Encoding: chunked\r\n"))).isChunked);
    EXPECT_FALSE(
        std::get<Head>(check("GET / HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nExpect: 100-continue\r\n\r\n")).wantsContinue);
}

TEST(HeadCheck, Row1RefusesALengthBesideACoding) {
    EXPECT_EQ(verdict(post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")), "400 http-framing");
    EXPECT_EQ(verdict(post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")), "400 http-framing");
    EXPECT_EQ(verdict("POST / HTTP/1.0\r\nHost: 127.0.0.1:8080\r\nTransfer-Encoding: chunked\r\n\r\n"),
              "400 http-framing");
}

TEST(HeadCheck, Row2RefusesLengthsThatAreNone) {
    for (const char* bad :
         {"+5", "-1", "5x", "0x5", "5 5", "5,5", "5, 5", "", "=?5", "5.0", "100000000000000000000", "\t\v5"})
        EXPECT_EQ(verdict(post("Content-Length: " + std::string(bad) + "\r\n")).substr(0, 8), "400 http") << bad;
    EXPECT_EQ(verdict(post("Content-Length: +5\r\n")), "400 http-framing");
    EXPECT_EQ(verdict(post("Content-Length: 5\r\nContent-Length: 5\r\n")), "400 http-framing");
    EXPECT_EQ(verdict(post("Content-Length: 5\r\nCONTENT-LENGTH: 6\r\n")), "400 http-framing");
    EXPECT_EQ(verdict(get("Content-Length: 100000000000000000000\r\n")), "400 http-framing");
}

TEST(HeadCheck, Row3RefusesCodingsThatAreNotChunked) {
    for (const char* bad :
         {"gzip", "gzip, chunked", "chunked, chunked", "chunked;a=b", "xchunked", "identity", "", "=?x?="})
        EXPECT_EQ(verdict(post("Transfer-Encoding: " + std::string(bad) + "\r\n")), "501 http-coding") << bad;
    EXPECT_EQ(verdict(post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n")), "501 http-coding");
}

TEST(HeadCheck, Row4RefusesMalformedFields) {
    for (const char* bad :
         {"X-A : b", " X-A: b", "X-A", ": b", "X A: b", "X-A\x80: b", "X(A): b", "Transfer-Encoding : chunked"})
        EXPECT_EQ(verdict(get(std::string(bad) + "\r\n")), "400 http-header") << bad;
    EXPECT_EQ(verdict(get("X-A: b\r\n c\r\n")), "400 http-header");    // folded
    EXPECT_EQ(verdict(get("X-A: b\r\n\tc\r\n")), "400 http-header");   // folded
    EXPECT_EQ(verdict(get("X-A: b\nX-B: c\r\n")), "400 http-header");  // bare LF
    EXPECT_EQ(verdict(get("X-A: b\rX-B: c\r\n")), "400 http-header");  // bare CR
    EXPECT_EQ(verdict(get(std::string("X-A: b\0c\r\n", 10))), "400 http-header");
    EXPECT_EQ(verdict(get("X-A: b\x7F\r\n")), "400 http-header");
    EXPECT_EQ(verdict(get("X-A: b\x0B\r\n")), "400 http-header");
    EXPECT_EQ(verdict(get("X-A: =?UTF-8?Q?=0D=0AX-B:_c?=\r\n")), "400 http-header");
    EXPECT_EQ(verdict(get("X-A: a=?b\r\n")), "400 http-header");
    EXPECT_EQ(verdict(std::string("G\0T / HTTP/1.1\r\n", 16)), "400 http-header");
}

TEST(HeadCheck, RefusesEveryControlByteAnywhere) {
    const std::string good = get("X-A: b\r\n");
    std::size_t looked = 0;
    for (std::size_t at = 0; at < good.size(); ++at)
        for (int control = 0; control < 0x20; ++control) {
            std::string bad = good;
            if (control == '\t' || bad[at] == '\r' || bad[at] == '\n') continue;
            bad[at] = static_cast<char>(control);
            EXPECT_EQ(verdict(bad).substr(0, 3), "400") << at << ' ' << control;
            ++looked;
        }
    EXPECT_GT(looked, 1000U);
}

TEST(HeadCheck, Row5RefusesWhatIsTooLarge) {
    const auto field = [](std::size_t size) { return "X-A: " + std::string(size - 5, 'a') + "\r\n"; };
    EXPECT_EQ(verdict(get(field(limits::kFieldLine.value))), "200 GET /");
    for (const std::size_t size :
         std::vector<std::size_t>{4001, 4092, 4093, 4094, 4095, 4096, 8186})  // among them those that Poco trips over
        EXPECT_EQ(verdict(get(field(size) + "Content-Length: 5\r\n")), "431 http-head-too-large") << size;
    EXPECT_EQ(verdict(get(std::string(limits::kFieldName.value + 1, 'a') + ": b\r\n")), "431 http-head-too-large");
    std::string many;
    for (std::size_t i = 1; i < limits::kFields.value; ++i) many += "A: b\r\n";
    EXPECT_EQ(verdict(get(many)), "200 GET /");
    EXPECT_EQ(verdict(get(many + "A: b\r\n")), "431 http-head-too-large");
    std::string large;
    while (large.size() < limits::kHead.value) large += field(3000);
    EXPECT_EQ(verdict(get(large)), "431 http-head-too-large");
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\n" + large.substr(0, limits::kHead.value)), "431 http-head-too-large");
    const auto target = [](std::size_t size) { return "GET /" + std::string(size - 1, 'a') + " HTTP/1.1"; };
    EXPECT_EQ(verdict(line(target(limits::kTarget.value))).substr(0, 3), "200");
    for (const std::size_t size : std::vector<std::size_t>{3901, 4077, 4096, 5000, 40000})
        EXPECT_EQ(verdict(line(target(size))), "414 http-target-too-long") << size;
    EXPECT_EQ(verdict(std::string(5000, 'a')), "414 http-target-too-long");  // without waiting for its end
}

TEST(HeadCheck, Row6RefusesForeignHosts) {
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\n\r\n"), "400 host");
    EXPECT_EQ(verdict("GET / HTTP/1.0\r\nAccept: a\r\n\r\n"), "400 host");
    EXPECT_EQ(verdict(get("Host: 127.0.0.1:8080\r\n")), "400 host");
    for (const char* bad :
         {"", "evil.example", "127.0.0.1", "127.0.0.1:8081", "akces.example.pl.evil.example", "a@akces.example.pl"})
        EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost: " + std::string(bad) + "\r\n\r\n"), "400 host") << bad;
    EXPECT_EQ(verdict(line("GET http://evil.example/ HTTP/1.1")), "400 host");
    EXPECT_EQ(verdict("GET / HTTP/1.1\r\nHost: AKCES.EXAMPLE.PL\r\n\r\n"), "200 GET /");
}

TEST(HeadCheck, Row7RefusesOtherVersionsAndMethods) {
    EXPECT_EQ(verdict(line("GET / HTTP/9.9")), "505 http-version");
    EXPECT_EQ(verdict(line("PRI * HTTP/2.0")), "505 http-version");
    for (const char* bad : {"TRACE", "CONNECT", "get", "BREW", "PROPFIND"})
        EXPECT_EQ(verdict(line(std::string(bad) + " / HTTP/1.1")), "405 http-method-unknown") << bad;
    EXPECT_NE(std::get<Refusal>(check(line("TRACE / HTTP/1.1"))).allow.find("OPTIONS"), std::string::npos);
}

TEST(HeadCheck, Row8WantsALength) {
    for (const char* method : {"POST", "PUT", "PATCH"})
        EXPECT_EQ(verdict(line(std::string(method) + " / HTTP/1.1")), "411 http-length-missing");
}

TEST(HeadCheck, Row10RefusesAnAnnouncedBodyOverTheLimit) {
    EXPECT_EQ(verdict(post("Content-Length: 1001\r\n")), "413 too-large");
    const auto why = std::get<Refusal>(check(post("Content-Length: 1001\r\n")));
    EXPECT_NE(base::text(why.message).find("1000"), std::string::npos);
}

TEST(HeadCheck, RefusesMalformedRequestLines) {
    for (const char* bad : {"GET",
                            "GET /",
                            "GET  / HTTP/1.1",
                            "GET / a HTTP/1.1",
                            " GET / HTTP/1.1",
                            "GET / HTTP/1.1 ",
                            "GET a HTTP/1.1",
                            "GET * HTTP/1.1",
                            "GET /a#b HTTP/1.1",
                            "GET /%2 HTTP/1.1",
                            "GET /%zz HTTP/1.1",
                            "GET /\xC5\x82 HTTP/1.1",
                            "GET /a\"b HTTP/1.1",
                            "GET /<a> HTTP/1.1",
                            "GET /a\\b HTTP/1.1",
                            "GET / http/1.1",
                            "GET / HTTP/1.1.1",
                            "GET / HTTP/x.y",
                            "GET\t/ HTTP/1.1",
                            "G(T / HTTP/1.1",
                            "GET ftp://127.0.0.1:8080/ HTTP/1.1"})
        EXPECT_EQ(verdict(line(bad)), "400 http-request") << bad;
    EXPECT_EQ(verdict("\r\n\r\n"), "400 http-request");
}

TEST(HeadCheck, RefusesOtherExpectations) {
    EXPECT_EQ(verdict(post("Content-Length: 1\r\nExpect: tea\r\n")), "417 http-expectation");
    EXPECT_EQ(verdict(post("Content-Length: 1\r\nExpect: 100-continue\r\nExpect: 100-continue\r\n")),
              "417 http-expectation");
}

TEST(HeadCheck, IsTheSameHoweverTheHeadIsCut) {
    const std::string bytes = post("Accept: a\r\nContent-Length: 3\r\n") + "abc";
    const HeadCheck whole = check(bytes);
    const std::size_t headSize = bytes.size() - 3;
    for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
        std::size_t scanned = 0;
        const HeadCheck first = checkHead(bytes.substr(0, cut), scanned, kRules);
        EXPECT_EQ(first == HeadCheck(NeedsMore{}), cut < headSize) << cut;
        if (cut < headSize) {
            EXPECT_EQ(scanned, cut);
            EXPECT_EQ(checkHead(bytes, scanned, kRules), whole);
        } else {
            EXPECT_EQ(first, whole);
        }
    }
}

}  // namespace
}  // namespace http
