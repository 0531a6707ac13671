#include "server/http/body.h"

#include <gtest/gtest.h>

#include "tests/support/account_service.h"
#include "tests/support/samples.h"

namespace http {
namespace {

struct Thing {
    std::string name{}, password{};
    template <class Visitor, class Self>
    static void describe(Visitor& visit, Self& self) {
        visit.required("name", self.name);
        visit.verbatim("password", self.password);
    }
};

Thing read(std::string_view body) { return readBody<Thing>(support::AccountService::request("POST", "/", {}, body)); }

std::vector<std::string> faultsOf(std::string_view body) {
    return support::faultsOf([&] { read(body); });
}

TEST(Body, IsReadAsItDescribesItself) {
    const Thing thing = read(R"({"name": " Olga ", "password": " z odstępami "})");
    EXPECT_EQ(thing.name, "Olga");
    EXPECT_EQ(thing.password, " z odstępami ");
}

TEST(Body, TellsEachFaultByItsPointer) {
    using Faults = std::vector<std::string>;
    EXPECT_EQ(faultsOf(R"({"name": 7, "more": 1, "a/b": 1})"),
              (Faults{"/name json.wants_text", "/password json.missing", "/a~1b json.unknown_key",
                      "/more json.unknown_key"}));
    EXPECT_EQ(faultsOf(R"({"name": "a", "password": true})"), Faults{"/password json.wants_text"});
    EXPECT_EQ(faultsOf(R"([])"), Faults{"json.wants_object"});
    EXPECT_EQ(faultsOf(R"({"name": "a\u0000b", "password": ""})"), Faults{"/name json.null_character"});
    EXPECT_EQ(faultsOf(R"({"name": "a", "name": "b", "password": ""})"), Faults{"/name json.key_twice"});
}

TEST(Body, IsRefusedWhenItIsNoJson) {  // row 14 of the table of bad input
    for (const char* body : {"{", "{} {}", "nothing", "{\"name\": 1e999}", "\xFF"}) {
        EXPECT_FALSE(faultsOf(body).empty()) << body;
        EXPECT_EQ(support::failureOf([&] { read(body); }), "json.body") << body;
    }
}

TEST(Body, IsRefusedBelowThirtyTwoLevels) {
    const auto nested = [](std::size_t levels) {
        return bodyTree(
            support::AccountService::request("POST", "/", {}, std::string(levels, '[') + std::string(levels, ']')));
    };
    EXPECT_NO_THROW(nested(32));
    EXPECT_EQ(support::failureOf([&] { nested(33); }), "json.body");
    EXPECT_EQ(support::failureOf([&] { nested(5000); }), "json.body");
}

TEST(Body, IsReadAtEveryTruncationWithoutHarm) {
    const std::string whole = R"({"name": "Olga", "password": "zażółć gęślą jaźń"})";
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(read(whole.substr(0, length)), base::Error) << length;
    EXPECT_NO_THROW(read(whole));
}

TEST(Body, MustSayThatItIsJson) {
    const auto isJsonAs = [](const char* type) {
        Request request;
        request.fields = {{"content-type", type}};
        return isJson(request);
    };
    EXPECT_TRUE(isJsonAs("application/json"));
    EXPECT_TRUE(isJsonAs("Application/JSON ; charset=utf-8"));
    EXPECT_FALSE(isJsonAs("text/plain"));
    EXPECT_FALSE(isJsonAs("application/x-www-form-urlencoded"));
    EXPECT_FALSE(isJsonAs("application/json2"));
    EXPECT_FALSE(isJson(Request{}));
}

}  // namespace
}  // namespace http
