#include "server/http/tokens.h"

#include <gtest/gtest.h>

namespace http {
namespace {

TEST(Tokens, AreWhatRfc9110Says) {
    for (const char* good : {"a", "GET", "X-A", "!#$%&'*+-.^_`|~", "09"}) EXPECT_TRUE(isToken(good)) << good;
    for (const char* bad : {"", "a b", "a:", "(a)", "a\t", "\xC5\x82", "a/b", "\"a\""})
        EXPECT_FALSE(isToken(bad)) << bad;
}

TEST(Tokens, HaveHexadecimalDigits) {
    EXPECT_EQ(hexValue('0'), 0U);
    EXPECT_EQ(hexValue('9'), 9U);
    EXPECT_EQ(hexValue('a'), 10U);
    EXPECT_EQ(hexValue('F'), 15U);
    for (const char bad : {'g', 'G', '/', ':', '@', '`', ' '}) EXPECT_FALSE(isHexDigit(bad)) << bad;
    for (const char good : {'0', '9', 'a', 'f', 'A', 'F'}) EXPECT_TRUE(isHexDigit(good)) << good;
}

TEST(Tokens, AreTheSameInEitherCase) {
    EXPECT_TRUE(sameWord("Content-Length", "cONTENT-lENGTH"));
    EXPECT_FALSE(sameWord("a", "ab"));
    EXPECT_FALSE(sameWord("[", "{"));  // 0x5B and 0x7B are no letters
}

TEST(Tokens, LoseTheirPadding) {
    EXPECT_EQ(withoutPadding(" \ta b\t "), "a b");
    EXPECT_EQ(withoutPadding(" \t"), "");
    EXPECT_EQ(withoutPadding("\va"), "\va");
}

TEST(Tokens, MakeAField) {
    EXPECT_EQ(fieldOf("A: b: c ")->second, "b: c");
    EXPECT_EQ(fieldOf("A:")->second, "");
    for (const char* bad : {"A", "A : b", " A: b", ": b", ""}) EXPECT_FALSE(fieldOf(bad)) << bad;
}

TEST(Tokens, EscapeWhatIsNotPlain) {
    EXPECT_EQ(escaped("aZ9 ł%/", isLetterOrDigit), "aZ9%20%C5%82%25%2F");
    EXPECT_EQ(unescaped(escaped("aZ9 ł%/", isLetterOrDigit)), "aZ9 ł%/");
}

TEST(Tokens, AreUnescapedOnceAndOnlyToText) {
    EXPECT_EQ(unescaped("%2541+"), "%41+");
    for (const char* text : {"%", "%4", "%zz", "%ff", "%00", "%0a", "%7f"})
        EXPECT_EQ(unescaped(text), std::nullopt) << text;
}

}  // namespace
}  // namespace http
