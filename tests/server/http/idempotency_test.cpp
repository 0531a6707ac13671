#include "server/http/idempotency.h"

#include <gtest/gtest.h>

#include <future>

#include "base/error.h"
#include "tests/support/account_service.h"
#include "tests/support/stored_rows.h"

namespace http {
namespace {

using domain::Action;
using support::AccountService;

struct IdempotencyTest : testing::Test, support::StoredRows {
    base::Instant now = *base::parseInstant("2026-11-25T12:00:00Z");
    std::unique_ptr<Idempotency> idempotency = std::make_unique<Idempotency>(rows, [this] { return now; });
    int calls = 0;
    std::function<Response()> given = [this] {
        Response response = json(201, "{\"n\":" + std::to_string(calls) + "}");
        response.fields.emplace_back("location", "/things/" + std::to_string(calls));
        return response;
    };
    std::string who = "A";

    Router router() {
        const auto answer = [this](const Call&) {
            ++calls;
            return given();
        };
        const auto actor = [this](const Request&) { return domain::Actor{domain::Actor::Kind::user, who}; };
        return {idempotent({{"POST", "/things", Action::changeMeetings, answer, {"x"}},
                            {"POST", "/links", Action::makeLinks, answer},
                            {"POST", "/verify", Action::readPublic, answer},
                            {"PUT", "/things", Action::changeMeetings, answer}},
                           *idempotency),
                actor, [](const domain::Actor&, Action) { return true; }};
    }
    Response ask(const std::string& path, const std::string& key, const std::string& body = "{}",
                 const std::string& method = "POST") {
        Fields fields;
        if (!key.empty()) fields.emplace_back("idempotency-key", key);
        return router().answer(AccountService::request(method, path, fields, body));
    }
    void restart() {
        idempotency = std::make_unique<Idempotency>(rows, [this] { return now; });
    }
};

TEST_F(IdempotencyTest, GivesTheSameAnswerToTheSameRequest) {
    const Response first = ask("/things", "k");
    restart();
    const Response second = ask("/things", "k");
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(second.status, 201);
    EXPECT_EQ(second.body, first.body);
    EXPECT_EQ(support::fieldOf(second, "location"), "/things/1");
    ask("/things", "");
    ask("/things", "other");
    EXPECT_EQ(calls, 3);
}

TEST_F(IdempotencyTest, RefusesAnotherRequestUnderTheSameKey) {
    ask("/things", "k");
    for (const auto& [path, body] : {std::pair{"/things", "{\"a\":1}"}, std::pair{"/things?x=1", "{}"}}) {
        const Response other = ask(path, "k", body);
        EXPECT_EQ(other.status, 409);
        EXPECT_EQ(support::textAt(other, "type"), "idempotency-other-request");
    }
    who = "B";
    EXPECT_EQ(ask("/things", "k", "{\"a\":1}").status, 201);
    EXPECT_EQ(calls, 2);
}

TEST_F(IdempotencyTest, RefusesAKeyThatIsNone) {
    for (const std::string& key : {std::string("a b"), std::string("ł"), std::string(256, 'a')}) {
        const Response answer = ask("/things", key);
        EXPECT_EQ(answer.status, 400);
        EXPECT_EQ(support::textAt(answer, "type"), "idempotency-key");
    }
    EXPECT_EQ(ask("/things", std::string(255, 'a')).status, 201);
    EXPECT_EQ(calls, 1);
}

TEST_F(IdempotencyTest, KeepsSecretsInMemoryAlone) {
    const Response first = ask("/links", "k");
    EXPECT_EQ(ask("/links", "k").body, first.body);
    EXPECT_EQ(calls, 1);
    restart();
    ask("/links", "k");
    EXPECT_EQ(calls, 2);
}

TEST_F(IdempotencyTest, KeepsNothingOfWhatFailed) {
    given = [] { return json(503, "{}"); };
    ask("/things", "k");
    given = []() -> Response { throw base::Error(base::ErrorCode::data, base::say("json.body")); };
    EXPECT_EQ(ask("/things", "k").status, 400);
    given = [] { return json(200, "{}"); };
    EXPECT_EQ(ask("/things", "k").status, 200);
    EXPECT_EQ(calls, 3);
}

TEST_F(IdempotencyTest, ForgetsAfterADay) {
    ask("/things", "k");
    ask("/links", "k2");
    now += std::chrono::hours(25);
    ask("/things", "k", "{\"a\":1}");
    EXPECT_EQ(calls, 3);
    idempotency->removeOld();
    now += std::chrono::hours(25);
    idempotency->removeOld();
    EXPECT_EQ(ask("/links", "k2", "{\"a\":1}").status, 201);
}

TEST_F(IdempotencyTest, LeavesOtherMethodsAndPublicRoutesAlone) {
    for (int i = 0; i < 2; ++i) {
        ask("/verify", "k");
        ask("/things", "k", "{}", "PUT");
    }
    EXPECT_EQ(calls, 4);
}

TEST_F(IdempotencyTest, RefusesTheSecondWhileTheFirstIsGoingOn) {
    std::promise<void> begun;
    std::promise<void> mayEnd;
    auto end = mayEnd.get_future();
    given = [&] {
        begun.set_value();
        end.wait();
        return json(200, "{}");
    };
    auto first = std::async(std::launch::async, [&] { return ask("/things", "k"); });
    begun.get_future().wait();
    const Response second = ask("/things", "k");
    EXPECT_EQ(second.status, 409);
    EXPECT_EQ(support::textAt(second, "type"), "idempotency-going");
    mayEnd.set_value();
    EXPECT_EQ(first.get().status, 200);
    EXPECT_EQ(ask("/things", "k").status, 200);
    EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace http
