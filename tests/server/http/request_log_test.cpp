#include "server/http/request_log.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(RequestLog, LineIsJson) {
    const RequestLine line{"ID", "GET", "/a/{id}", "http.no_resource", "192.0.2.0", 404, std::chrono::milliseconds(7)};
    EXPECT_EQ(jsonLine(line, base::Instant(std::chrono::seconds(784111777))),
              "{\"time\":\"1994-11-06T08:49:37Z\",\"request\":\"ID\",\"method\":\"GET\",\"route\":\"/a/"
              "{id}\",\"status\":404,\"ms\":7,"
              "\"finding\":\"http.no_resource\",\"address\":\"192.0.2.0\"}\n");
}

TEST(RequestLog, LineStaysOneWhateverStandsInIt) {
    RequestLine line;
    line.finding = "a\r\n\"b\x01";
    const std::string json = jsonLine(line, {});
    EXPECT_EQ(json.find('\n'), json.size() - 1);
    EXPECT_EQ(json.find('\r'), json.npos);
    EXPECT_EQ(json.find("method"), json.npos);  // what is empty is left out
}

TEST(RequestLog, MasksAddresses) {
    EXPECT_EQ(maskedAddress("192.0.2.77"), "192.0.2.0");
    EXPECT_EQ(maskedAddress("2001:db8:1:2:3:4:5:6"), "2001:db8:1::");
    EXPECT_EQ(maskedAddress("::1"), "::");
    EXPECT_EQ(maskedAddress("nobody@example"), "");
    EXPECT_EQ(maskedAddress(""), "");
}

}  // namespace
}  // namespace http
