#include "pdfgen/text_string.h"

#include <gtest/gtest.h>

namespace {

TEST(TextString, ReadsThreeEncodings) {
    EXPECT_EQ(pdfgen::utf8OfText(base::fromHex("feff017b00f30142d83dde00")), "Żół😀");
    EXPECT_EQ(pdfgen::utf8OfText("\xEF\xBB\xBF\xC5\xBB"), "Ż");
    EXPECT_EQ(pdfgen::utf8OfText("a\x9B\xF3\x84"), "ałó—");
    EXPECT_EQ(pdfgen::utf8OfText(base::fromHex("feffd83d0041")),
              "\xEF\xBF\xBD"
              "A");
}

TEST(TextString, ReadsDates) {
    EXPECT_EQ(pdfgen::instantOfDate("D:20191127103000+01'00'"), base::parseInstant("2019-11-27T09:30:00Z"));
    EXPECT_EQ(pdfgen::instantOfDate("D:20191127103000+01'00"), base::parseInstant("2019-11-27T09:30:00Z"));
    EXPECT_EQ(pdfgen::instantOfDate("D:20191127103000Z"), base::parseInstant("2019-11-27T10:30:00Z"));
    EXPECT_EQ(pdfgen::instantOfDate("D:2019"), base::parseInstant("2019-01-01T00:00:00Z"));
    for (const char* wrong : {"", "2019", "D:", "D:20191399", "D:20191127103000x", "D:201911271030001"})
        EXPECT_FALSE(pdfgen::instantOfDate(wrong)) << wrong;
}

}  // namespace
