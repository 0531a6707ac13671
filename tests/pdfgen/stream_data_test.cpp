#include "pdfgen/stream_data.h"

#include <gtest/gtest.h>

#include "pdfgen/deflate.h"

namespace {

pdfgen::Object dictionary(std::string_view text) {
    std::size_t at = 0;
    return pdfgen::parseObject(text, at).value();
}

TEST(StreamData, TakesOffFlateAndLeavesPlainData) {
    EXPECT_EQ(pdfgen::decodedStream(dictionary("<< >>"), "abc", 10), "abc");
    const auto packed = pdfgen::deflated("abc abc abc");
    EXPECT_EQ(pdfgen::decodedStream(dictionary("<< /Filter /FlateDecode >>"), packed, 100), "abc abc abc");
    EXPECT_EQ(pdfgen::decodedStream(dictionary("<< /Filter [/FlateDecode] >>"), packed, 100), "abc abc abc");
}

/// RFC 2083 section 6: one row of each filter type.
TEST(StreamData, TakesOffPngPredictors) {
    const std::string rows{0, 10, 20, 1, 1, 2, 2, 5, 5, 3, 1, 1, 4, 1, 1};
    const auto out =
        pdfgen::decodedStream(dictionary("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2 >> >>"),
                              pdfgen::deflated(rows), 100);
    EXPECT_EQ(out, (std::string{10, 20, 1, 3, 6, 8, 4, 7, 5, 8}));
}

TEST(StreamData, IsBounded) {
    const auto bomb = pdfgen::deflated(std::string(1 << 20, 'a'));
    EXPECT_FALSE(pdfgen::decodedStream(dictionary("<< /Filter /FlateDecode >>"), bomb, 1000));
    EXPECT_FALSE(pdfgen::decodedStream(dictionary("<< >>"), "abc", 2));
}

TEST(StreamData, RefusesWhatItDoesNotRead) {
    EXPECT_FALSE(pdfgen::decodedStream(dictionary("<< /Filter /LZWDecode >>"), "abc", 10));
    EXPECT_FALSE(pdfgen::decodedStream(dictionary("<< /Filter [/FlateDecode /FlateDecode] >>"), "abc", 10));
    EXPECT_FALSE(pdfgen::decodedStream(dictionary("<< /Filter /FlateDecode >>"), "no zlib", 10));
    EXPECT_FALSE(
        pdfgen::decodedStream(dictionary("<< /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 0 >> >>"),
                              pdfgen::deflated("a"), 10));
}

}  // namespace
