#include "pdfgen/typeface.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace {

using pdfgen::Style;
using pdfgen::Typeface;

const std::filesystem::path kFonts = "/usr/share/fonts/truetype/liberation";

TEST(Typeface, GivesWidthsInEm) {  // Times New Roman widths: 500/1000 for a digit, 250/1000 for a space
    Typeface typeface(kFonts);
    EXPECT_NEAR(typeface.shaped(Style::regular, "2019").widthEm, 2.0, 0.001);
    EXPECT_NEAR(typeface.shaped(Style::bold, " ").widthEm, 0.25, 0.001);
}

TEST(Typeface, HasFourDifferentFaces) {
    const Typeface typeface(kFonts);
    EXPECT_EQ(typeface.face(Style::regular).postScriptName(), "LiberationSerif");
    EXPECT_EQ(typeface.face(Style::bold).postScriptName(), "LiberationSerif-Bold");
    EXPECT_EQ(typeface.face(Style::italic).postScriptName(), "LiberationSerif-Italic");
    EXPECT_EQ(typeface.face(Style::boldItalic).postScriptName(), "LiberationSerif-BoldItalic");
}

TEST(Typeface, KeepsReferencesWhileItsCacheGrows) {
    Typeface typeface(kFonts);
    const auto& first = typeface.shaped(Style::regular, "Zespół");
    for (int i = 0; i < 5000; ++i) typeface.shaped(Style::regular, std::to_string(i));
    EXPECT_EQ(&first, &typeface.shaped(Style::regular, "Zespół"));
    EXPECT_EQ(first.text, "Zespół");
    EXPECT_EQ(typeface.cachedTexts(), 5001U);
}

TEST(Typeface, ForgetsWhenCleared) {
    Typeface typeface(kFonts);
    typeface.shaped(Style::bold, "Lider");
    typeface.clear();
    EXPECT_EQ(typeface.cachedTexts(), 0U);
}

TEST(Typeface, RefusesAFolderWithoutFonts) { EXPECT_THROW(Typeface("/nowhere"), base::Error); }

}  // namespace
