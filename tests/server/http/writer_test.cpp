#include "server/http/writer.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace http {
namespace {

const base::Instant kNow{std::chrono::seconds(784111777)};  // RFC 9110 section 5.6.7's example

std::string head(const Response& response, std::string_view method = "GET", Transport transport = Transport::plain) {
    return headBytes(response, {method, "ID", transport, kNow});
}

bool hasLine(const std::string& bytes, const std::string& line) {
    return bytes.find("\r\n" + line + "\r\n") != bytes.npos;
}

TEST(Writer, WritesStatusLineAndItsOwnFields) {
    const std::string bytes = head(json(200, "{}"));
    EXPECT_TRUE(bytes.starts_with(
        "HTTP/1.1 200 OK\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\ncontent-type: application/json\r\n"))
        << bytes;
    EXPECT_TRUE(bytes.ends_with("\r\n\r\n"));
    for (const char* line : {"Content-Length: 2", "X-Request-Id: ID", "Connection: close", "Cache-Control: no-store",
                             "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"})
        EXPECT_TRUE(hasLine(bytes, line)) << line;
    EXPECT_EQ(bytes.find("Strict-Transport-Security"), bytes.npos);
}

TEST(Writer, ForbidsInlineScriptAndFrames) {
    const std::string bytes = head(json(200, "{}"));
    const auto policy = bytes.find("Content-Security-Policy: ");
    ASSERT_NE(policy, bytes.npos);
    const std::string value = bytes.substr(policy, bytes.find("\r\n", policy) - policy);
    EXPECT_NE(value.find("default-src 'self'"), value.npos);
    EXPECT_NE(value.find("frame-ancestors 'none'"), value.npos);
    EXPECT_EQ(value.find("unsafe"), value.npos);
}

TEST(Writer, TellsBrowsersToStayWithTls) {
    EXPECT_TRUE(hasLine(head({}, "GET", Transport::tls), "Strict-Transport-Security: max-age=31536000"));
}

TEST(Writer, LeavesCachingToTheResponseThatSpeaksOfIt) {
    Response response;
    response.fields = {{"Cache-Control", "max-age=60"}};
    EXPECT_EQ(head(response).find("no-store"), std::string::npos);
}

TEST(Writer, WritesNoLengthWhereThereIsNoBody) {
    Response response;
    response.status = 204;
    EXPECT_EQ(head(response).find("Content-Length"), std::string::npos);
    EXPECT_FALSE(hasBody(response, "GET"));
    response.status = 304;
    EXPECT_FALSE(hasBody(response, "GET"));
    EXPECT_TRUE(hasLine(head(json(200, "{}"), "HEAD"), "Content-Length: 2"));
    EXPECT_FALSE(hasBody(json(200, "{}"), "HEAD"));
    EXPECT_TRUE(hasBody(json(200, "{}"), "POST"));
}

TEST(Writer, RefusesWhatWouldSplitTheAnswer) {
    for (const std::string& bad :
         {std::string("a\r\nSet-Cookie: b"), std::string("a\nb"), std::string("a\rb"), std::string("a\0b", 3)}) {
        Response response;
        response.fields = {{"location", bad}};
        EXPECT_THROW(head(response), base::Error);
    }
    for (const char* bad : {"", "a b", "a:", "a\r\nb", "content-length", "Date", "connection", "X-Request-ID",
                            "content-security-policy", "transfer-encoding"}) {
        Response response;
        response.fields = {{bad, "x"}};
        EXPECT_THROW(head(response), base::Error) << bad;
    }
    for (const int bad : {0, 100, 199, 600, -1}) {
        Response response;
        response.status = bad;
        EXPECT_THROW(head(response), base::Error) << bad;
    }
}

}  // namespace
}  // namespace http
