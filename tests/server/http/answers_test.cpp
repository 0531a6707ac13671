#include "server/http/answers.h"

#include <gtest/gtest.h>

#include "server/http/etag.h"
#include "tests/support/samples.h"

namespace http {
namespace {

TEST(Answers, NamePlacesByEscapedSegments) {
    EXPECT_EQ(pathOf({"meetings", "a-1"}), "/api/v1/meetings/a-1");
    EXPECT_EQ(pathOf({"x", "ż/ ?%"}), "/api/v1/x/%C5%BC%2F%20%3F%25");
}

TEST(Answers, KnowMediaTypesWhateverTheirParameters) {
    Request request;
    EXPECT_FALSE(isType(request, "text/csv"));
    request.fields = {{"content-type", "Text/CSV ; charset=utf-8"}};
    EXPECT_TRUE(isType(request, "text/csv"));
    EXPECT_FALSE(isType(request, "text"));
}

TEST(Answers, HoldIfMatchAgainstWhatIsThere) {
    Request request;
    EXPECT_FALSE(honouredMatch(request));
    EXPECT_EQ(support::failureOf([&] { requiredMatch(request)("x"); }), "etag.missing");
    request.fields = {{"if-match", contentTag("x")}};
    EXPECT_NO_THROW(requiredMatch(request)("x"));
    EXPECT_EQ(support::failureOf([&] { honouredMatch(request)("y"); }), "etag.changed");
}

TEST(Answers, HaveTheTagOfTheirBody) {
    const Response response = withTag(json(200, "{}"));
    EXPECT_EQ(response.fields.back(), (std::pair<std::string, std::string>("etag", contentTag("{}"))));
}

}  // namespace
}  // namespace http
