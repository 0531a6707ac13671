#include "server/web/visit.h"

#include <gtest/gtest.h>

#include "server/web/views.h"
#include "server/workflow/sessions.h"

namespace web {
namespace {

using templates::Value;

struct VisitTest : testing::Test {
    http::Request request{};
    http::Request asked{};
    http::Response said{};
    int questions = 0;
    Views views{};
    WebSettings settings{};
    http::Handler api = [this](const http::Request& inner) {
        asked = inner;
        body = inner.body;
        ++questions;
        return said;
    };
    std::string body{};

    VisitTest() {
        request.method = "GET";
        request.fields = {{"cookie", "akces=s"}, {"host", "akces.example"}, {"x-secret", "no"}};
        request.address = "192.0.2.7";
        request.id = "R";
        said.fields = {{"content-type", "application/json"}, {"etag", "\"3\""}};
        said.body = R"({"a":1})";
    }
    Visit visit(std::vector<std::string> captured = {}) const {
        return {request, std::move(captured), api, views, settings};
    }
    void posted(std::string_view form) {
        request.method = "POST";
        request.fields.emplace_back("content-type", "application/x-www-form-urlencoded");
        request.body = form;
    }
    std::string handed(std::string_view name) const { return std::string(http::field(asked, name).value_or("-")); }
};

TEST_F(VisitTest, AsksTheApiInItsVisitorsName) {
    const Value answer = visit().get("/meetings?limit=2");
    EXPECT_EQ(asked.path, "/api/v1/meetings");
    EXPECT_EQ(asked.query, "limit=2");
    EXPECT_EQ(handed("cookie"), "akces=s");
    EXPECT_EQ(handed("x-secret"), "-");
    EXPECT_EQ(asked.address, "192.0.2.7");
    EXPECT_EQ(asked.id, "R");
    EXPECT_EQ(*answer.find("if_match"), Value("\"3\""));
}

TEST_F(VisitTest, ReadsATreeWhereItGetsOne) {
    said.tree = Value::Map{{"b", 2}};
    const Value answer = visit().get("/meetings");
    EXPECT_NE(asked.page, nullptr);
    EXPECT_EQ(*answer.find("b"), Value(2));
    EXPECT_EQ(answer.find("a"), nullptr);
}

TEST_F(VisitTest, WantsNoTagForWhatItShowsAlone) {
    bool isWanted = true;
    api = [&](const http::Request& inner) {
        isWanted = inner.wantsTag;
        return said;
    };
    const Visit one = visit();
    EXPECT_EQ(one.look("/meetings").find("if_match"), nullptr);
    EXPECT_FALSE(isWanted);
    EXPECT_NE(one.get("/meetings").find("if_match"), nullptr);
    EXPECT_TRUE(isWanted);
    said.status = 404;
    EXPECT_THROW(static_cast<void>(one.look("/x")), Refused);
}

TEST_F(VisitTest, ForgetsWhoItIsAfterAChange) {
    bool isKnown = false;
    api = [&](const http::Request& inner) {
        isKnown = inner.page->session != nullptr;
        inner.page->session = std::make_shared<const workflow::BegunSession>();
        return said;
    };
    posted("csrf_token=c");
    const Visit one = visit();
    static_cast<void>(one.get("/x"));
    EXPECT_FALSE(isKnown);
    static_cast<void>(one.get("/x"));
    EXPECT_TRUE(isKnown);
    static_cast<void>(one.send("DELETE", "/session"));
    static_cast<void>(one.get("/x"));
    EXPECT_FALSE(isKnown);
}

TEST_F(VisitTest, AsksForNothingByAnEmptyField) {
    static_cast<void>(visit().get("/archive/records?q=&limit=2&after="));
    EXPECT_EQ(asked.query, "limit=2");
}

TEST_F(VisitTest, ThrowsWhatTheApiRefuses) {
    said.status = 404;
    said.body = R"({"detail":"nic"})";
    EXPECT_THROW(static_cast<void>(visit().get("/x")), Refused);
    EXPECT_THROW(static_cast<void>(visit().file("/x")), Refused);
    EXPECT_TRUE(visit().find("/x").isNull());
}

TEST_F(VisitTest, ReadsAListPageAfterPage) {
    api = [this](const http::Request& inner) {
        ++questions;
        http::Response page = said;
        page.body = inner.query.find("after=") == std::string::npos ? R"({"data":[1,2],"pagination":{"next":"c"}})"
                                                                    : R"({"data":[3],"pagination":{"next":null}})";
        return page;
    };
    EXPECT_EQ(visit().all("/things").size(), 3U);
    EXPECT_EQ(questions, 2);
}

TEST_F(VisitTest, HandsTheFormsTokensOn) {
    posted("csrf_token=C&if_match=%222%22&idempotency_key=K");
    said.status = 201;
    EXPECT_TRUE(visit().send("POST", "/things", Value::Map{{"a", 1}}).isGood());
    EXPECT_EQ(handed("x-csrf-token"), "C");
    EXPECT_EQ(handed("if-match"), "\"2\"");
    EXPECT_EQ(handed("idempotency-key"), "K");
    EXPECT_EQ(handed("content-type"), "application/json");
    EXPECT_EQ(body, R"({"a":1})");
}

TEST_F(VisitTest, KnowsTheQueryAndThePath) {
    request.query = "q=%C5%81%C3%B3d%C5%BA+x&bad=%ZZ&q2=1";
    EXPECT_EQ(visit().query("q"), "Łódź x");
    EXPECT_EQ(visit().query("bad"), "");
    EXPECT_EQ(visit().query("none"), "");
    EXPECT_EQ(visit({"K 1"}).captured(0), "K 1");
    EXPECT_EQ(pagePath({"spotkania", "a/b ł"}), "/spotkania/a%2Fb%20%C5%82");
}

TEST_F(VisitTest, HasNoSessionWithoutACookie) {
    request.fields.clear();
    EXPECT_TRUE(visit().session().isNull());
    EXPECT_EQ(questions, 0);
}

TEST(SeeOther, LeadsToThePage) {
    const http::Response response = seeOther("/spotkania");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.fields.front().second, "/spotkania");
}

}  // namespace
}  // namespace web
