#include "pdfgen/face.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

#include "base/error.h"
#include "tests/support/source.h"

namespace {

using pdfgen::Face;

const std::filesystem::path kFonts = "/usr/share/fonts/truetype/liberation";

int advanceOf(const std::vector<pdfgen::Glyph>& glyphs) {
    int sum = 0;
    for (const auto& glyph : glyphs) sum += glyph.advance;
    return sum;
}

std::vector<std::uint16_t> idsOf(const std::vector<pdfgen::Glyph>& glyphs) {
    std::vector<std::uint16_t> ids;
    for (const auto& glyph : glyphs) ids.push_back(glyph.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

TEST(Face, ReadsNameAndMetrics) {  // values: ttx -t OS/2 -t hhea -t post LiberationSerif-Regular.ttf
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    EXPECT_EQ(face.postScriptName(), "LiberationSerif");
    EXPECT_EQ(face.unitsPerEm(), 2048);
    EXPECT_EQ(face.metrics().ascent, 891);
    EXPECT_EQ(face.metrics().descent, -216);
    EXPECT_EQ(face.metrics().italicAngle, 0);
    EXPECT_EQ(face.metrics().flags, 6);
}

TEST(Face, MarksAnItalicFace) {
    const Face face(kFonts / "LiberationSerif-Italic.ttf");
    EXPECT_LT(face.metrics().italicAngle, 0);
    EXPECT_EQ(face.metrics().flags, 70);
}

TEST(Face, KnowsWhichCharactersItHas) {
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    for (const char32_t letter : std::u32string_view(U"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–§€…")) {
        EXPECT_TRUE(face.has(letter)) << static_cast<unsigned>(letter);
    }
    EXPECT_FALSE(face.has(U'漢'));
}

TEST(Face, ShapesOneGlyphForEachLetterWithItsOctet) {
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    const auto glyphs = face.shape("źfi");
    ASSERT_EQ(glyphs.size(), 3U);  // no "fi" ligature
    EXPECT_EQ(glyphs[0].cluster, 0);
    EXPECT_EQ(glyphs[1].cluster, 2);
    EXPECT_EQ(glyphs[2].cluster, 3);
}

TEST(Face, KernsLikeHarfBuzzByItself) {  // hb-shape LiberationSerif-Regular.ttf AVATAR: 3717/1000 em
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    const auto glyphs = face.shape("AVATAR");
    EXPECT_NEAR(advanceOf(glyphs) * 1000.0 / 2048, 3717, 1);
    int natural = 0;
    for (const auto& glyph : glyphs) natural += glyph.natural;
    EXPECT_NEAR(natural * 1000.0 / 2048, 4166, 1);
}

TEST(Face, GivesGlyphZeroForAMissingCharacter) {
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    EXPECT_EQ(face.shape("漢").at(0).id, 0);
}

TEST(Face, SubsetsKeepGlyphIdsAndShapesOfTheirAccents) {
    const Face face(kFonts / "LiberationSerif-Regular.ttf");
    const auto ids = idsOf(face.shape("Zażółć gęślą jaźń"));
    const auto subset = face.subset(ids);
    EXPECT_GT(subset.size(), 1000U);
    EXPECT_LT(subset.size(), 30000U);
    EXPECT_EQ(subset.substr(0, 4), std::string("\0\1\0\0", 4));
    for (const char* needed : {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}) {
        EXPECT_NE(subset.substr(0, 300).find(needed), std::string::npos) << needed;
    }
    for (const char* dropped : {"GSUB", "GPOS", "cmap", "name", "post", "fpgm"}) {
        EXPECT_EQ(subset.substr(0, 300).find(dropped), std::string::npos) << dropped;
    }
}

TEST(Face, SubsetsAreTheSameEachTime) {
    const Face face(kFonts / "LiberationSerif-Bold.ttf");
    const auto ids = idsOf(face.shape("Deklaracja przystąpienia"));
    EXPECT_EQ(face.subset(ids), face.subset(ids));
}

TEST(Face, RefusesAMissingFileAndOneThatIsNoFont) {
    EXPECT_THROW(Face("/nowhere/font.ttf"), base::Error);
    try {
        const Face face(support::source("LICENSE"));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::unreadable);
    }
}

}  // namespace
