#include "pdfgen/string_syntax.h"

#include <gtest/gtest.h>

namespace {

/// ISO 32000-1 section 7.3.4.2, table 3 and its examples.
TEST(StringSyntax, DoesTheEscapesOfLiteralStrings) {
    EXPECT_EQ(pdfgen::decodedLiteral("a\\nb\\(\\)\\\\\\053\\53x\\0533\\q"), "a\nb()\\++x+3q");
    EXPECT_EQ(pdfgen::decodedLiteral("one\\\r\ntwo\\\nthree"), "onetwothree");
    EXPECT_EQ(pdfgen::decodedLiteral("a\r\nb\rc\nd"), "a\nb\nc\nd");
    EXPECT_EQ(pdfgen::decodedLiteral("end\\"), "end");
}

TEST(StringSyntax, ReadsHexadecimalAndNames) {
    EXPECT_EQ(pdfgen::decodedHex("4 A\n4b5"), "JKP");
    EXPECT_EQ(pdfgen::decodedName("A#42#2"), "AB#2");
}

}  // namespace
