#include "pdfgen/appearance.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "pdfgen/update.h"
#include "tests/pdfgen/tools.h"

namespace {

using pdfgen::AppearanceLine;

/// three-fields.pdf with its first field's form (object 9) drawn anew; the box is 180 × 50 there.
base::Bytes drawn(const std::vector<AppearanceLine>& lines, double width = 180, double height = 50) {
    static const base::Bytes original = tools::pdf("three-fields.pdf");
    pdfgen::Update update(original);
    static pdfgen::SignatureAppearances appearances;
    update.replace(9, appearances.form(update, lines, width, height));
    return original + update.finish();
}

std::string textOf(const base::Bytes& bytes) { return tools::PdfFile(bytes).text(); }

TEST(Appearance, ShowsItsLinesInTheField) {
    const base::Bytes bytes =
        drawn({{"Olga Machura", true}, {"zastępca dyrektora", false}, {"27.11.2019, godz. 10.30", false}});
    EXPECT_EQ(tools::PdfFile(bytes).faults(), "");
    for (const char* line : {"Olga Machura", "zastępca dyrektora", "27.11.2019, godz. 10.30"})
        EXPECT_NE(textOf(bytes).find(line), std::string::npos) << textOf(bytes);
}

TEST(Appearance, ShortensTheLongestLineButNotTheName) {
    const std::string longest(3000, 'w');
    const std::string text = textOf(drawn({{"Olga Machura", true}, {longest, false}}));
    EXPECT_NE(text.find("Olga Machura"), text.npos);
    EXPECT_NE(text.find("…"), text.npos);
    EXPECT_EQ(text.find(longest), text.npos);
}

TEST(Appearance, FitsAnyBoxWithAnyLines) {
    const std::vector<std::vector<AppearanceLine>> many{
        {},
        {{"", true}},
        {{std::string(500, 'X'), true}},
        {{std::string(500, 'X'), false}},
        {{"a", false}, {"b", false}, {"c", false}},
        {{"a b c d e f g h", false}, {std::string(300, 'y') + " z", false}}};
    for (const auto& lines : many)
        for (const auto& [width, height] :
             {std::pair{0.0, 0.0}, {3.0, 50.0}, {20.0, 7.0}, {16.1, 8.0}, {180.0, 6.9}, {600.0, 200.0}})
            EXPECT_NO_THROW(drawn(lines, width, height)) << width << " × " << height;
}

TEST(Appearance, StaysInsideItsBox) {
    const std::string words =
        tools::PdfFile(drawn({{"Aleksandra Wojciechowska-Brzęczyszczykiewicz", true},
                              {"Pełnomocnik ds. Profilaktyki i Promocji Zdrowia w Knurowie", false},
                              {"Ponadgminne Centrum Usług Społecznych", false}}))
            .text("-bbox");
    std::size_t count = 0;
    for (std::size_t at = words.find("<word "); at != words.npos; at = words.find("<word ", at + 1)) {
        double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
        ASSERT_EQ(std::sscanf(words.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x1, &y1,
                              &x2, &y2),
                  4);
        if (y1 < 150) continue;  // the page's own text
        ++count;
        EXPECT_GE(x1, 72);
        EXPECT_LE(x2, 252.01);
        EXPECT_GE(y1, 842 - 650 - 1);
        EXPECT_LE(y2, 842 - 600 + 1);
    }
    EXPECT_GE(count, 10U);
}

TEST(Appearance, RefusesACharacterThatTheFacesDoNotHave) { EXPECT_THROW(drawn({{"漢", true}}), base::Error); }

}  // namespace
