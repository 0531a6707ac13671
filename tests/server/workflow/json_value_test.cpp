#include "server/workflow/json_value.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace workflow {
namespace {

using templates::Value;

std::vector<std::string> faultsOf(const std::string& json) {
    return support::faultsOf([&] { readJson(json, "f.json"); });
}
/// Whether it is refused as no JSON, with the place where reading stopped.
bool isMalformed(const std::string& json) {
    const auto faults = faultsOf(json);
    return faults.size() == 1 && faults[0].find(':') != std::string::npos && faults[0].ends_with(" json.malformed");
}

TEST(JsonValue, ReadsEveryKindOfValue) {
    const Value value =
        readJson(R"( {"t":true,"f":false,"n":null,"i":-7,"r":1.5,"s":"a\"\\\/\b\f\n\r\t\u0105\uD83D\uDE00",
        "l":[],"m":{"x":[1,[2]]}} )",
                 "");
    EXPECT_EQ(value, Value(Value::Map{{"t", true},
                                      {"f", false},
                                      {"n", Value()},
                                      {"i", -7},
                                      {"r", 1.5},
                                      {"s", "a\"\\/\b\f\n\r\tą😀"},
                                      {"l", Value::List{}},
                                      {"m", Value::Map{{"x", Value::List{1, Value::List{2}}}}}}));
}

TEST(JsonValue, KeepsLargeIntegers) {
    EXPECT_EQ(readJson("[9223372036854775807,-9223372036854775808]", ""), Value(Value::List{INT64_MAX, INT64_MIN}));
}

TEST(JsonValue, AcceptsAByteOrderMark) { EXPECT_EQ(readJson("\xEF\xBB\xBF[1]", ""), Value(Value::List{1})); }

TEST(JsonValue, RefusesWhatIsNoJson) {
    for (const char* json : {"", " ", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "[1] x", "{}{}", "nul", "[01]", "[1.]",
                             "\"a", "{\"a\"}", "[\"\t\"]", "[\"\\x\"]", "[NaN]", "// a\n[]", "[\"\\uD800\"]"})
        EXPECT_TRUE(isMalformed(json)) << json;
}

TEST(JsonValue, NamesThePlaceWhereReadingStopped) {
    EXPECT_EQ(faultsOf("{\n  \"a\": 1,\n  \"ż\": x\n}"), (std::vector<std::string>{"3:8 json.malformed"}));
    EXPECT_EQ(faultsOf("[1,\n2"), (std::vector<std::string>{"2:1 json.malformed"}));
    EXPECT_EQ(faultsOf(""), (std::vector<std::string>{"1:1 json.malformed"}));
}

TEST(JsonValue, RefusesOtherEncodings) {
    EXPECT_EQ(faultsOf("[\"\xB9\"]"), (std::vector<std::string>{"json.not_utf8"}));
    EXPECT_EQ(faultsOf(std::string("\xFF\xFE[\0]\0", 6)), (std::vector<std::string>{"json.not_utf8"}));
}

TEST(JsonValue, RefusesAKeyTwiceAtAnyDepth) {
    EXPECT_EQ(faultsOf(R"({"a":[{"b":1,"c":2,"b":3}]})"), (std::vector<std::string>{"/a/0/b json.key_twice"}));
    EXPECT_TRUE(faultsOf(R"([{"b":1},{"b":1}])").empty());
}

TEST(JsonValue, RefusesDeepNesting) {
    EXPECT_TRUE(faultsOf(std::string(60, '[') + std::string(60, ']')).empty());
    EXPECT_TRUE(isMalformed(std::string(70, '[') + std::string(70, ']')));
    EXPECT_TRUE(isMalformed(std::string(200000, '[')));
}

TEST(JsonValue, WritesTheSameTextForTheSameValue) {
    EXPECT_EQ(valueJson(readJson(R"({ "b": [true, null, 2, "ż\n"], "a": {} })", "")),
              R"({"a":{},"b":[true,null,2,"ż\u000a"]})");
    EXPECT_EQ(valueJson(Value()), "null");
    EXPECT_EQ(valueJson(Value::List{}), "[]");
}

TEST(JsonValue, ReadsWhatItWrites) {
    for (const std::string& name : support::sampleMeetings()) {
        const Value value = readJson(support::sample(name + ".json"), name);
        EXPECT_EQ(readJson(valueJson(value), name), value);
    }
}

TEST(JsonValue, ReadsEveryTruncation) {
    const std::string whole = R"({"a":[1,"b\u0105",{"c":-2.5e3}],"d":null})";
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_TRUE(isMalformed(whole.substr(0, length))) << length;
}

}  // namespace
}  // namespace workflow
