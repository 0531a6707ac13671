#include "server/http/message.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Message, FindsAFieldInEitherCase) {
    Request request;
    request.fields = {{"accept", "a"}, {"if-match", "\"1\""}, {"accept", "b"}};
    EXPECT_EQ(field(request, "If-Match"), "\"1\"");
    EXPECT_EQ(field(request, "accept"), "a");
    EXPECT_FALSE(field(request, "host"));
}

TEST(Message, OfJsonSaysSo) {
    const Response response = json(201, "{}");
    EXPECT_EQ(response.status, 201);
    EXPECT_EQ(response.body, "{}");
    EXPECT_EQ(response.fields, (Fields{{"content-type", "application/json"}}));
}

TEST(Message, IsWrittenOnce) {
    const Response tree = valueAnswer(200, templates::Value::Map{{"a", 1}});
    EXPECT_EQ(tree.body, "");
    EXPECT_EQ(written(tree).body, R"({"a":1})");
    Response both = tree;
    both.body = "{}";
    EXPECT_EQ(written(both).body, "{}");
    EXPECT_EQ(written(Response{}).body, "");
}

}  // namespace
}  // namespace http
