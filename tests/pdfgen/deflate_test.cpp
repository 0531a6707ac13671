#include "pdfgen/deflate.h"

#include <gtest/gtest.h>

#include "tests/pdfgen/tools.h"

namespace {

TEST(Deflate, IsInflatedByAnotherProgram) {  // zlib-flate is qpdf's
    const support::TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "wiersz " + std::to_string(i) + '\n';
    const auto file = folder.write("deflated", pdfgen::deflated(text));
    EXPECT_EQ(tools::run("zlib-flate -uncompress < '" + file + "'").text, text);
}

TEST(Deflate, MakesTextSmallerAndTheSameTextTheSame) {
    const std::string text(10000, 'a');
    EXPECT_LT(pdfgen::deflated(text).size(), 100U);
    EXPECT_EQ(pdfgen::deflated(text), pdfgen::deflated(text));
    EXPECT_NE(pdfgen::deflated(text), pdfgen::deflated(text + 'b'));
}

TEST(Deflate, TakesNothing) { EXPECT_FALSE(pdfgen::deflated("").empty()); }

}  // namespace
