#include "templates/value.h"

#include <gtest/gtest.h>

namespace {

using templates::isMissing;
using templates::Value;

TEST(Value, FindsWhatWasSetAtADottedPath) {
    Value data;
    data.set("partner.rep.function", "Dyrektor");
    data.set("partner.order", 7);
    ASSERT_NE(data.at("partner.rep.function"), nullptr);
    EXPECT_EQ(*data.at("partner.rep.function")->text(), "Dyrektor");
    EXPECT_EQ(*data.at("partner.order")->integer(), 7);
    EXPECT_EQ(data.at("partner.rep.name"), nullptr);
    EXPECT_EQ(data.at("partner.order.name"), nullptr);
}

TEST(Value, StepsIntoListsByWholeNumbersOnly) {
    Value data;
    data.set("names", Value::List{"a", "b"});
    EXPECT_EQ(*data.at("names.1")->text(), "b");
    for (const char* path : {"names.2", "names.-1", "names.1x", "names.first"})
        EXPECT_EQ(data.at(path), nullptr) << path;
}

TEST(Value, ReplacesWhatStandsInTheWayOfAPath) {
    Value data("text");
    data.set("a", 1);
    data.set("a.b", 2);
    EXPECT_EQ(*data.at("a.b")->integer(), 2);
}

TEST(Value, IsMissingWhereItSaysNothing) {
    EXPECT_TRUE(isMissing(nullptr));
    for (const Value& empty :
         {Value(), Value(false), Value(0), Value(0.0), Value(""), Value(Value::List{}), Value(Value::Map{})})
        EXPECT_TRUE(isMissing(&empty));
    for (const Value& full : {Value(true), Value(-1), Value(0.5), Value(" "), Value(Value::List{Value()}),
                              Value(Value::Map{{"a", Value()}})})
        EXPECT_FALSE(isMissing(&full));
}

TEST(Value, ComparesByContent) {
    EXPECT_EQ(Value(Value::List{1, "a"}), Value(Value::List{1, "a"}));
    EXPECT_NE(Value(1), Value(1.0));
    EXPECT_NE(Value("1"), Value(1));
}

}  // namespace
