#include "pdfgen/cross_reference.h"

#include <gtest/gtest.h>

namespace {

using pdfgen::readXrefSection;
using pdfgen::XrefEntry;

TEST(CrossReference, ReadsATable) {
    const auto section = readXrefSection(
        "xref\n0 1\n0000000000 65535 f\r\n3 2\n0000000017 00000 n\r\n0000000099 00002 n\r\ntrailer\n<< /Size 5 /Prev 7 "
        ">>\n",
        0);
    ASSERT_TRUE(section);
    EXPECT_EQ(section->entries.size(), 3U);
    EXPECT_EQ(section->entries.at(4), (XrefEntry{XrefEntry::Kind::plain, 99, 2}));
    EXPECT_EQ(section->entries.at(0).kind, XrefEntry::Kind::free);
    EXPECT_EQ(section->previous, 7U);
}

/// ISO 32000-1 section 7.5.8: widths [1 2 1], default Index.
TEST(CrossReference, ReadsAStream) {
    const std::string rows{0, 0, 0, 0, 1, 1, 2, 0, 2, 0, 9, 3};
    const auto section = readXrefSection(
        "8 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Length 12 >>\nstream\n" + rows + "\nendstream\nendobj\n", 0);
    ASSERT_TRUE(section);
    EXPECT_EQ(section->entries.at(1), (XrefEntry{XrefEntry::Kind::plain, 258, 0}));
    EXPECT_EQ(section->entries.at(2), (XrefEntry{XrefEntry::Kind::compressed, 9, 3}));
}

TEST(CrossReference, RefusesWhatIsMalformed) {
    const std::string entry = "0000000017 00000 n\r\n";
    for (const std::string& text :
         {std::string("xref\n0 1\n0000000000 65535 x\r\ntrailer\n<< >>"),
          "xref\n3 1\n" + entry + "3 1\n" + entry + "trailer\n<< >>", "xref\n0 99999999\n" + entry,
          "xref\n3 1\n" + entry + "trailer\n<< /Prev (a) >>", "xref\n3 1\n" + entry + "trailer\n<< /Size 1 /Size 2 >>",
          std::string("8 0 obj\n<< /Type /XRef /Size 3 /W [1 0 1] /Length 0 >>\nstream\n\nendstream\nendobj\n"),
          std::string("8 0 obj\n<< /Type /XRef /Size 3 /W [1 9 1] /Length 0 >>\nstream\n\nendstream\nendobj\n"),
          std::string("8 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Length 4 >>\nstream\n0000\nendstream\nendobj\n"),
          std::string("nothing")})
        EXPECT_FALSE(readXrefSection(text, 0)) << text;
    EXPECT_FALSE(readXrefSection("xref", 99));
}

TEST(CrossReference, FindsAStreamsDataByItsLength) {
    const base::ByteView file = "stream\r\nabc\nendstream";
    std::size_t at = 0;
    EXPECT_EQ(pdfgen::streamData(file, at, 3), "abc");
    EXPECT_EQ(at, file.size());
    at = 0;
    EXPECT_FALSE(pdfgen::streamData(file, at, 2));
    EXPECT_FALSE(pdfgen::streamData(file, at, 3000));
}

}  // namespace
