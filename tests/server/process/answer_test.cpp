#include "server/process/answer.h"

#include <gtest/gtest.h>

#include "tests/support/samples.h"

namespace {

using process::answerOf;
using process::resultOf;

const base::Error kRefusal(base::ErrorCode::refused, base::say("sign.field_missing", {"a", "b"}),
                           {{{"f", 1, 2, "/p"}, base::say("csv.width", {"3", "4"})}});

TEST(Answer, IsTheResultThatWasSent) {
    for (const base::Bytes& result : {base::Bytes(), base::Bytes("R"), base::Bytes("E\0", 2)})
        EXPECT_EQ(resultOf(answerOf(result)), result);
}

TEST(Answer, IsTheErrorThatWasSentWithoutItsContext) {
    try {
        resultOf(answerOf(base::Error(kRefusal).with("path", "secret")));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), kRefusal.code());
        EXPECT_EQ(error.message(), kRefusal.message());
        EXPECT_EQ(error.faults(), kRefusal.faults());
        EXPECT_TRUE(error.context().empty());
    }
}

TEST(Answer, IsRefusedWhereItIsNone) {
    const base::Bytes whole = answerOf(kRefusal);
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(support::failureOf([&] { resultOf(whole.substr(0, length)); }), "process.malformed") << length;
    EXPECT_EQ(support::failureOf([&] { resultOf(whole + "x"); }), "process.malformed");
    EXPECT_EQ(support::failureOf([] { resultOf("X"); }), "process.malformed");
}

}  // namespace
