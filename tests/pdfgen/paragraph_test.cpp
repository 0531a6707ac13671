#include "pdfgen/paragraph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "pdfgen/hyphenation.h"

namespace {

using pdfgen::Line;
using pdfgen::ParagraphShape;
using templates::Align;
using templates::Inline;

constexpr std::string_view kPurpose =
    "Celem współpracy jest skoordynowane wspieranie osób i rodzin, które znalazły się w trudnej sytuacji życiowej, "
    "w szczególności przez: 1) szybsze i pełniejsze rozpoznawanie ich potrzeb; 2) wzajemne wsparcie instytucji w "
    "wykonywaniu zadań; 3) uproszczenie procedur i sprawniejszy przepływ informacji (z zastrzeżeniem § 6 ust. 2); 4) "
    "lepsze wykorzystanie zasobów dostępnych lokalnie.";
constexpr std::string_view kNotice =
    "(art. 13 i 14 rozporządzenia Parlamentu Europejskiego i Rady (UE) 2016/679 z dnia 27 kwietnia 2016 r. – ogólnego "
    "rozporządzenia o ochronie danych, dalej: RODO) Kontakt z inspektorem ochrony danych: iod@mops.bedzin.example, "
    "tel. 32 267 00 00. Spotkanie otworzył st. kpt. Arkadiusz Bandos, a o zasadach mówiła Pani sierż. Anna Malec "
    "z Komendy Powiatowej Policji w Będzinie, w sali sesyjnej Urzędu Miasta Będzina o godz. 10.00. „W podpisaniu "
    "deklaracji” uczestniczył zespół społeczno-gospodarczy, J. K. Kowalski i Centrum Usług Społecznych.";

class Paragraph : public ::testing::Test {
protected:
    std::vector<Line> broken(const Inline& text, ParagraphShape shape) {
        return pdfgen::breakParagraph(text, shape, typeface_, hyphenator_);
    }
    std::vector<Line> broken(std::string_view text, double widthPt, Align align = Align::justify) {
        ParagraphShape shape;
        shape.widthPt = widthPt;
        shape.align = align;
        return broken(Inline{{std::string(text)}}, shape);
    }
    pdfgen::Typeface typeface_{"/usr/share/fonts/truetype/liberation"};
    pdfgen::Hyphenator hyphenator_{"/usr/share/hyphen/hyph_pl_PL.dic"};
};

std::string shownText(const Line& line) {
    std::string text;
    for (std::size_t i = 0; i < line.pieces.size(); ++i) {
        text += line.pieces[i].shaped->text;
        if (line.pieces[i].spaceAfter && i + 1 < line.pieces.size()) text += ' ';
    }
    return text;
}

/// The text as a reader of /ActualText gets it.
std::string wholeText(const std::vector<Line>& lines) {
    std::string text;
    for (const Line& line : lines) {
        for (const auto& piece : line.pieces) {
            if (piece.wholeWord.empty()) {
                text += piece.shaped->text;
            } else if (piece.firstFragment) {
                text += piece.wholeWord;
            }
            if (piece.spaceAfter) text += ' ';
        }
    }
    return text;
}

std::string plainSpaces(std::string text) {
    for (std::size_t at = 0; (at = text.find("\xC2\xA0")) != text.npos;) text.replace(at, 2, " ");
    return text;
}

double endOf(const Line& line, double sizePt = 11) {
    return line.pieces.empty() ? 0 : line.pieces.back().x + line.pieces.back().shaped->widthEm * sizePt;
}

/// Whether the line ends with a word of one letter, quotes and brackets before it not counted.
bool endsWithOneLetter(const Line& line) {
    if (line.pieces.empty() || !line.pieces.back().wholeWord.empty()) return false;
    std::string word = line.pieces.back().shaped->text;
    for (const std::string_view opening : {"(", "„", "\"", "«"}) {
        if (word.starts_with(opening)) word.erase(0, opening.size());
    }
    const auto points = base::codePoints(word);
    return points.size() == 1 && ((points[0] >= U'A' && points[0] <= U'Z') || (points[0] >= U'a' && points[0] <= U'z'));
}

void expectSound(const std::vector<Line>& lines, std::string_view text, double widthPt) {
    EXPECT_EQ(wholeText(lines), plainSpaces(std::string(text))) << widthPt;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        EXPECT_LE(endOf(lines[i]), widthPt + 0.01) << widthPt << ": " << shownText(lines[i]);
        EXPECT_NEAR(endOf(lines[i]), lines[i].width, 1e-9);
        EXPECT_FALSE(endsWithOneLetter(lines[i])) << widthPt << ": " << shownText(lines[i]);
        double end = 0;
        for (const auto& piece : lines[i].pieces) {
            EXPECT_GE(piece.x, end - 1e-9) << shownText(lines[i]);
            end = piece.x + piece.shaped->widthEm * 11;
        }
    }
}

TEST_F(Paragraph, KeepsItsRulesAtEveryWidth) {
    for (const std::string_view text : {kPurpose, kNotice}) {
        for (double width = 28; width < 560; width += 3.7) {
            expectSound(broken(text, width), text, width);
            expectSound(broken(text, width, Align::left), text, width);
        }
    }
}

TEST_F(Paragraph, JustifiesAllLinesButTheLast) {
    for (double width = 300; width < 520; width += 11) {
        const auto lines = broken(kPurpose, width);
        ASSERT_GT(lines.size(), 2U);
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) EXPECT_NEAR(endOf(lines[i]), width, 0.01);
        EXPECT_LT(endOf(lines.back()), width + 0.01);
    }
}

TEST_F(Paragraph, MarksEveryFragmentOfAWordThatGoesOverThreeLines) {
    const auto lines = broken("przeciwpożarowego przedsiębiorstwa komunikacyjnego tu", 40, Align::left);
    std::size_t whole = 0, first = 0;
    for (const Line& line : lines) {
        for (const auto& piece : line.pieces) {
            if (piece.wholeWord.empty()) continue;
            ++whole;
            if (piece.firstFragment) ++first;
        }
    }
    EXPECT_EQ(first, 3U);
    EXPECT_GT(whole, 2 * first);
}

TEST_F(Paragraph, RepeatsTheHyphenOfACompound) {  // Polish spelling: społeczno-/-gospodarczy
    const auto lines = broken("społeczno-gospodarczy Zespół", 60, Align::left);
    ASSERT_GE(lines.size(), 2U);
    EXPECT_EQ(lines[0].pieces[0].shaped->text, "społeczno-");
    EXPECT_EQ(lines[1].pieces[0].shaped->text, "-gospodarczy");
    EXPECT_EQ(lines[1].pieces[0].wholeWord, "społeczno-gospodarczy");
}

TEST_F(Paragraph, KeepsForcedLineEnds) {
    const auto lines = broken(Inline{{"Pierwsza"}, {"", false, false, true}, {"druga"}}, {300});
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(shownText(lines[1]), "druga");
    EXPECT_TRUE(lines[0].pieces.back().spaceAfter);
}

TEST_F(Paragraph, GivesNoLinesForNoText) {
    EXPECT_TRUE(broken(Inline{}, {300}).empty());
    EXPECT_TRUE(broken("   ", 300).empty());
}

TEST_F(Paragraph, SetsCentredAndRightAlignedLines) {
    const auto centred = broken("Zespół", 200, Align::center).at(0);
    EXPECT_NEAR(centred.pieces[0].x, 200 - endOf(centred), 1e-9);
    EXPECT_NEAR(endOf(broken("Zespół", 200, Align::right).at(0)), 200, 1e-9);
}

TEST_F(Paragraph, PutsStyledPartsOfAWordSideBySide) {
    const auto lines = broken(Inline{{"zwany „"}, {"Partnerem", true}, {"”."}}, {300});
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(shownText(lines[0]), "zwany „Partnerem”.");
    EXPECT_EQ(lines[0].pieces[2].style, pdfgen::Style::bold);
}

}  // namespace
