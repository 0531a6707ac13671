#include "server/http/router.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

Response textOf(const std::string& text) {
    Response response;
    response.body = text;
    return response;
}

std::string joined(const Call& call) {
    std::string text = call.actor.id;
    for (const std::string& each : call.captured) text += '|' + each;
    return text;
}

std::vector<Route> routes() {
    const auto echo = [](const Call& call) { return textOf(joined(call)); };
    return {{"GET", "/", domain::Action::readPublic, echo},
            {"GET", "/a/{id}", domain::Action::readPublic, echo},
            {"DELETE", "/a/{id}", domain::Action::changeUsers, echo},
            {"GET", "/a/{id}/b/{name}", domain::Action::readPublic, echo},
            {"POST", "/a", domain::Action::readPublic, echo},
            {"GET", "/error", domain::Action::readPublic,
             [](const Call&) -> Response { throw Error(ErrorCode::conflict, say("http.busy")); }},
            {"GET", "/standard", domain::Action::readPublic,
             [](const Call&) -> Response { throw std::runtime_error("secret words"); }},
            {"GET", "/tree", domain::Action::readPublic,
             [](const Call&) { return valueAnswer(200, templates::Value::Map{{"a", 1}}); }},
            {"GET", "/number", domain::Action::readPublic, [](const Call&) -> Response { throw 5; }}};
}

domain::Actor authenticate(const Request& request) {
    const auto name = field(request, "authorization");
    if (!name) return {};
    if (*name == "wrong") throw Error(ErrorCode::secret, say("http.not_logged_in"));
    return {domain::Actor::Kind::user, std::string(*name), {}, {}};
}

bool may(const domain::Actor& actor, domain::Action action) {
    return action == domain::Action::readPublic || actor.id == "admin";
}

Response ask(const std::string& method, const std::string& path, const std::string& who = "") {
    Request request;
    request.method = method;
    request.path = path;
    request.id = "ID";
    if (!who.empty()) request.fields = {{"authorization", who}};
    return Router(routes(), authenticate, may).answer(request);
}

TEST(Router, WritesATreeForWhoDoesNotTakeIt) {
    Request request;
    request.method = "GET";
    request.path = "/tree";
    EXPECT_EQ(Router(routes(), authenticate, may).answer(request).body, R"({"a":1})");
    PageAsking page;
    request.page = &page;
    const Response response = Router(routes(), authenticate, may).answer(request);
    EXPECT_EQ(response.body, "");
    EXPECT_EQ(*response.tree->find("a"), templates::Value(1));
}

std::string allowOf(const Response& response) {
    for (const auto& [name, value] : response.fields)
        if (name == "allow") return value;
    return {};
}

TEST(Router, FindsRoutesAndCaptures) {
    EXPECT_EQ(ask("GET", "/").status, 200);
    EXPECT_EQ(ask("GET", "/a/1").body, "|1");
    EXPECT_EQ(ask("HEAD", "/a/1").body, "|1");  // the writer leaves the body out
    EXPECT_EQ(ask("GET", "/a/1/b/%C5%82%20x").body, "|1|\xC5\x82 x");
    EXPECT_EQ(ask("GET", "/%61/1").body, "|1");
}

TEST(Router, DecodesEscapesOnceAndByTheSegment) {
    EXPECT_EQ(ask("GET", "/a/x%2Fb%2Fy").body, "|x/b/y");
    EXPECT_EQ(ask("GET", "/a/%252e").body, "|%2e");
    EXPECT_EQ(ask("GET", "/a/a+b").body, "|a+b");
}

TEST(Router, KnowsNoOtherPath) {
    for (const char* path : {"",       "a",          "/b",     "/a/",    "/a/1/", "//a/1",     "/a//b/1",
                             "/a/1/b", "/a/1/b/2/c", "/A/1",   "/a/..",  "/a/.",  "/a/%2e%2e", "/a/%2E",
                             "/a/%00", "/a/x%0Ay",   "/a/%FF", "/a/%C5", "/a/%",  "/a/%4",     "/a/%zz"}) {
        const Response response = ask("GET", path);
        EXPECT_EQ(response.status, 404) << path;
        EXPECT_EQ(response.finding, "http.no_resource");
    }
}

TEST(Router, NamesTheMethodsThatThereAre) {
    EXPECT_EQ(ask("POST", "/a/1").status, 405);
    EXPECT_EQ(allowOf(ask("POST", "/a/1")), "GET, HEAD, DELETE, OPTIONS");
    EXPECT_EQ(ask("GET", "/a").status, 405);
    EXPECT_EQ(allowOf(ask("GET", "/a")), "POST, OPTIONS");
    EXPECT_EQ(ask("OPTIONS", "/a").status, 204);
    EXPECT_EQ(allowOf(ask("OPTIONS", "/a")), "POST, OPTIONS");
    EXPECT_EQ(ask("OPTIONS", "*").status, 204);
    EXPECT_EQ(ask("OPTIONS", "/b").status, 404);
}

TEST(Router, ReadsTheQueryByTheRoutesParameters) {
    const auto found = [](const Call& call) { return textOf(call.query.text("a")); };
    const std::vector<Route> all{{"GET", "/taken", domain::Action::readPublic, found, {"a", "b"}},
                                 {"GET", "/none", domain::Action::readPublic, found},
                                 {"GET", "/secret", domain::Action::changeUsers, found}};
    const auto askWith = [&](const std::string& path, const std::string& query) {
        Request request;
        request.method = "GET";
        request.path = path;
        request.query = query;
        return Router(all, authenticate, may).answer(request);
    };
    EXPECT_EQ(askWith("/taken", "b=1&a=x").body, "x");
    EXPECT_EQ(askWith("/taken", "").status, 200);
    EXPECT_EQ(askWith("/taken", "c=1").status, 400);
    EXPECT_NE(askWith("/taken", "c=1").body.find("dozwolone są: a, b."), std::string::npos);
    EXPECT_EQ(askWith("/none", "a=x").status, 400);
    EXPECT_EQ(askWith("/none", "a=x").finding, "query.unknown.any");
    EXPECT_NE(askWith("/none", "a=x").body.find("\"type\":\"query-unknown\""), std::string::npos);
    EXPECT_EQ(askWith("/secret", "a=x").status, 401);  // who may not is not told what there is
}

TEST(Router, AsksThePolicyBeforeTheHandler) {
    EXPECT_EQ(ask("DELETE", "/a/1").status, 401);
    EXPECT_EQ(ask("DELETE", "/a/1", "clerk").status, 403);
    EXPECT_EQ(ask("DELETE", "/a/1", "admin").body, "admin|1");
    EXPECT_EQ(ask("GET", "/a/1", "wrong").status, 401);
}

TEST(Router, TellsTheLogWhichRouteAnswered) {
    EXPECT_EQ(ask("GET", "/a/secret-token").route, "/a/{id}");
    EXPECT_EQ(ask("DELETE", "/a/1").route, "/a/{id}");
    EXPECT_EQ(ask("GET", "/error").route, "/error");
    EXPECT_EQ(ask("GET", "/nothing").route, "");
}

TEST(Router, MakesEveryExceptionAProblem) {
    EXPECT_EQ(ask("GET", "/error").status, 409);
    const Response standard = ask("GET", "/standard");
    EXPECT_EQ(standard.status, 500);
    EXPECT_EQ(standard.body.find("secret"), std::string::npos);
    EXPECT_NE(standard.finding.find("runtime_error"), std::string::npos);
    EXPECT_EQ(ask("GET", "/number").status, 500);
}

TEST(Router, WantsPatternsThatBeginWithASlash) {
    EXPECT_THROW(Router({{"GET", "a", domain::Action::readPublic, {}}}, authenticate, may), Error);
}

}  // namespace
}  // namespace http
