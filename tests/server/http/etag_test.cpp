#include "server/http/etag.h"

#include <gtest/gtest.h>

#include "server/http/problem.h"
#include "tests/support/samples.h"

namespace http {
namespace {

Request with(const char* ifMatch) {
    Request request;
    request.fields = {{"if-match", ifMatch}};
    return request;
}

int statusOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const base::Error& error) {
        return problem(error, "ID").status;
    }
    return 200;
}

TEST(Etag, NamesVersionsAndContents) {
    EXPECT_EQ(versionTag(3), "\"3\"");
    EXPECT_EQ(contentTag("abc"), "\"ba7816bf8f01cfea414140de\"");  // FIPS 180-2 appendix B.1
    EXPECT_EQ(tagged({}, "\"3\"").fields, (Fields{{"etag", "\"3\""}}));
}

TEST(Etag, GivesTheVersionThatIfMatchNames) {
    EXPECT_EQ(expectedVersion({}), std::nullopt);
    EXPECT_EQ(expectedVersion(with("*")), std::nullopt);
    EXPECT_EQ(expectedVersion(with(" \"17\" ")), 17);
    for (const char* text : {"17", "\"17", "\"\"17\"", "\"1\", \"2\"", ","})
        EXPECT_EQ(statusOf([&] { expectedVersion(with(text)); }), 400) << text;
    for (const char* text : {"\"x\"", "W/\"17\"", ""})
        EXPECT_EQ(statusOf([&] { expectedVersion(with(text)); }), 412) << text;
}

TEST(Etag, IsAskedForWhereOthersMayChangeToo) {
    EXPECT_EQ(statusOf([] { requireMatch({}, "\"a\""); }), 428);
    EXPECT_EQ(statusOf([] { requireMatch(with("\"b\""), "\"a\""); }), 412);
    EXPECT_EQ(statusOf([] { requireMatch(with("W/\"a\""), "\"a\""); }), 412);
    EXPECT_EQ(statusOf([] { requireMatch(with("a"), "\"a\""); }), 400);
    for (const char* text : {"\"a\"", "\"b\", \"a\"", "*"})
        EXPECT_EQ(statusOf([&] { requireMatch(with(text), "\"a\""); }), 200) << text;
}

}  // namespace
}  // namespace http
