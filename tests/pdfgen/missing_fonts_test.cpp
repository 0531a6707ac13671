#include "pdfgen/missing_fonts.h"

#include <gtest/gtest.h>

#include "pdfgen/reader.h"
#include "tests/pdfgen/tools.h"
#include "tests/support/hostile_pdfs.h"

namespace {

using hostile::withWord;
using pdfgen::MissingFonts;

std::optional<base::Bytes> lentTo(const base::Bytes& pdf) {
    static const MissingFonts fonts;
    pdfgen::Reader reader(pdf);
    return fonts.lentTo(pdf, reader);
}

TEST(MissingFonts, ChooseTheFaceThatIsAlike) {
    for (const auto& [font, file] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"/Helvetica", "LiberationSans-Regular.ttf"},
             {"/ABCDEF+Arial-BoldItalicMT", "LiberationSans-BoldItalic.ttf"},
             {"/Courier-BoldOblique", "LiberationMono-BoldItalic.ttf"},
             {"/DejaVuSansMono", "LiberationMono-Regular.ttf"},
             {"/Times-Roman", "LiberationSerif-Regular.ttf"},
             {"/TimesNewRoman,Italic", "LiberationSerif-Italic.ttf"},
             {"/MSSansSerif,Bold", "LiberationSans-Bold.ttf"},
             {"/Nowhere", "LiberationSans-Regular.ttf"}})
        EXPECT_EQ(MissingFonts::fileFor(font), file) << font;
}

TEST(MissingFonts, GetAFaceInARevisionOfTheirOwn) {
    for (const char* font : {"/Subtype /Type1 /BaseFont /Helvetica", "/Subtype /TrueType /BaseFont /ArialMT",
                             "/Subtype /Type1 /BaseFont /Courier /Encoding << /Differences [90 /Zdotaccent] >>"}) {
        const base::Bytes file = withWord(font);
        const auto lent = lentTo(file);
        ASSERT_TRUE(lent) << font;
        EXPECT_TRUE(lent->starts_with(file));
        const tools::PdfFile before(file), after(*lent);
        EXPECT_EQ(after.faults(), "");
        EXPECT_EQ(after.text(), before.text());
        EXPECT_EQ(tools::countOf(before.fonts(), " no  no  no "), 1U) << before.fonts();
        EXPECT_EQ(tools::countOf(after.fonts(), " yes no  no "), 1U) << after.fonts();
    }
}

TEST(MissingFonts, GetOneFileForAllThatShareAFace) {
    const base::Bytes file = tools::pdf("three-fields.pdf");  // its fonts stand inside its page and its form
    const auto lent = lentTo(file);
    ASSERT_TRUE(lent);
    EXPECT_EQ(tools::PdfFile(*lent).faults(), "");
    EXPECT_EQ(tools::countOf(*lent, "/FontFile2"), 1U);
}

TEST(MissingFonts, AreNotSeenInWhatIsComplete) {
    const auto lent = lentTo(withWord("/Subtype /Type1 /BaseFont /Helvetica"));
    ASSERT_TRUE(lent);
    EXPECT_FALSE(lentTo(*lent)) << "it carries its font now";
    EXPECT_FALSE(lentTo(hostile::withContent("<< /Length 0 >>\nstream\n\nendstream")));
}

TEST(MissingFonts, StayMissingWhereNoFaceIsAlike) {
    EXPECT_FALSE(lentTo(withWord("/Subtype /Type1 /BaseFont /ZapfDingbats")));
    EXPECT_FALSE(lentTo(withWord("/Subtype /Type3 /BaseFont /Helvetica")));
    EXPECT_FALSE(lentTo(withWord("/Subtype /Type1 /BaseFont (Helvetica)")));
}

TEST(MissingFonts, StayMissingWhereLookingTakesTooLong) {
    EXPECT_TRUE(lentTo(withWord("/Subtype /Type1 /BaseFont /Helvetica", 19000)));
    EXPECT_FALSE(lentTo(withWord("/Subtype /Type1 /BaseFont /Helvetica", 20000)));
}

TEST(MissingFonts, StayMissingInAFileThatCannotBeContinued) {
    base::Bytes file = withWord("/Subtype /Type1 /BaseFont /Helvetica");
    file.replace(file.rfind("startxref"), 9, "startxxxx");
    EXPECT_FALSE(lentTo(file));
}

}  // namespace
