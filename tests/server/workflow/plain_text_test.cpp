#include "server/workflow/plain_text.h"

#include <gtest/gtest.h>

#include <string>

#include "server/limits.h"

namespace workflow {
namespace {

std::string keyOf(std::string_view text) {
    const auto fault = textFault(text);
    return fault ? fault->key : std::string();
}

TEST(PlainText, TakesPolishTextWithLineEnds) {
    EXPECT_EQ(keyOf("Zażółć gęślą jaźń,\r\n\tw dwóch wierszach."), "");
    EXPECT_EQ(keyOf(""), "");
}

TEST(PlainText, RefusesControlCharacters) {
    for (const char* text : {"a\x01z", "a\x1Bz", "a\x7Fz", "a\xC2\x85z"}) EXPECT_EQ(keyOf(text), "text.forbidden");
    EXPECT_EQ(keyOf(std::string("a\0z", 3)), "text.forbidden");
}

TEST(PlainText, RefusesWhatTurnsTheOrderOfWritingRound) {
    for (const char* text : {"a\u202Az", "a\u202Ez", "a\u2066z", "a\u2069z"}) EXPECT_EQ(keyOf(text), "text.forbidden");
    EXPECT_EQ(keyOf("a\u2065z"), "");
}

TEST(PlainText, CountsCharacters) {
    std::string text;
    for (std::size_t i = 0; i < limits::kText.value; ++i) text += "ż";
    EXPECT_EQ(keyOf(text), "");
    EXPECT_EQ(keyOf(text + "ż"), "text.too_long");
    EXPECT_EQ(keyOf(std::string(1 << 20, 'a')), "text.too_long");
}

TEST(PlainText, TakesWhatIsShortAndPlain) {
    EXPECT_TRUE(isPlain("żółw", 4));
    EXPECT_FALSE(isPlain("żółwi", 4));
    for (const char* text : {"", "a\x01", "a\u202E", "\xC5"}) EXPECT_FALSE(isPlain(text, 9)) << text;
}

}  // namespace
}  // namespace workflow
