#include "base/utf8.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Utf8, AcceptsEveryLengthOfSequence) { EXPECT_TRUE(isUtf8("aż€𝄞")); }

TEST(Utf8, RefusesWhatIsMalformed) {
    for (const std::string_view text : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                        "\xF5\x80\x80\x80", "\x80", "\xC5", "\xE2\x82", "\xF0\x9D\x84"})
        EXPECT_FALSE(isUtf8(text)) << text.size();
    EXPECT_EQ(firstInvalidUtf8("ab\xFFz"), 2U);
}

TEST(Utf8, GoesToCodePointsAndBack) {
    const std::string text = "Zażółć gęślą jaźń – „𝄞”";
    EXPECT_EQ(utf8(codePoints(text)), text);
    EXPECT_EQ(codePoints("ż").front(), U'ż');
}

TEST(Utf8, BecomesUtf16WithItsMark) {
    EXPECT_EQ(utf16WithMark("ż𝄞"), std::string("\xFE\xFF\x01\x7C\xD8\x34\xDD\x1E", 8));
}

TEST(Utf8, IsTrimmedOfHardSpacesToo) {
    EXPECT_EQ(trimmed("\xC2\xA0 \tŁódź\r\n\xC2\xA0"), "Łódź");
    EXPECT_EQ(trimmed(" \xC2\xA0 "), "");
}

}  // namespace
}  // namespace base
