#include "pdfgen/glue.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using pdfgen::Bond;

/// The text with "~" for a space where no line ends, "=" for a tight one.
std::string glued(std::string_view text) {
    std::string shown;
    std::size_t space = 0;
    const auto found = pdfgen::bonds(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hard = text.substr(i).starts_with("\xC2\xA0");
        if (text[i] != ' ' && !hard) {
            shown += text[i];
            continue;
        }
        const Bond bond = found.at(space++);
        shown += bond == Bond::never ? '~' : bond == Bond::tight ? '=' : ' ';
        if (hard) ++i;
    }
    EXPECT_EQ(space, found.size()) << text;
    return shown;
}

TEST(Glue, KeepsOneLetterWordsWithTheNext) {
    EXPECT_EQ(glued("praca w zespole i z rodziną"), "praca w~zespole i~z~rodziną");
    EXPECT_EQ(glued("(w zespole) „A potem"), "(w~zespole) „A~potem");
    EXPECT_EQ(glued("Ósmy dzień"), "Ósmy dzień");
}

TEST(Glue, KeepsReferencesToActsTogether) {
    EXPECT_EQ(glued("zastrzeżeniem § 6 ust. 2 oraz"), "zastrzeżeniem §~6~ust.~2=oraz");
    EXPECT_EQ(glued("art. 6 ust. 1 lit. c RODO"), "art.~6~ust.~1~lit.~c~RODO");
    EXPECT_EQ(glued("Dz.U. poz. 773 zm."), "Dz.U. poz.~773=zm.");
}

TEST(Glue, KeepsDatesTogether) {
    EXPECT_EQ(glued("z dnia 4 listopada 2019 r. oraz"), "z~dnia~4~listopada~2019~r. oraz");
    EXPECT_EQ(glued("dnia 31 grudnia 2021 r."), "dnia~31~grudnia~2021~r.");
}

TEST(Glue, KeepsRanksTitlesAndInitialsWithNames) {
    EXPECT_EQ(glued("st. kpt. Arkadiusz Bandos"), "st.~kpt.~Arkadiusz Bandos");
    EXPECT_EQ(glued("Pani sierż. Anna Malec"), "Pani~sierż.~Anna Malec");
    EXPECT_EQ(glued("J. K. Kowalski"), "J.~K.~Kowalski");
}

TEST(Glue, KeepsNumbersWithTheirUnitsAndLabelsWithTheirItems) {
    EXPECT_EQ(glued("kwota 12 500 zł brutto"), "kwota 12~500~zł=brutto");
    EXPECT_EQ(glued("do 25 MB. Ważny o 04:59 CET."), "do=25~MB. Ważny o~04:59~CET.");
    EXPECT_EQ(glued("godz. 10.00 w sali"), "godz.~10.00 w~sali");
    EXPECT_EQ(glued("1) szybsze rozpoznawanie"), "1)~szybsze rozpoznawanie");
}

TEST(Glue, KeepsADashWithTheWordBefore) { EXPECT_EQ(glued("Bandos – zastępca"), "Bandos~– zastępca"); }

TEST(Glue, MakesTwoLetterWordsAndNumbersWithNounsTight) {
    EXPECT_EQ(glued("praca na rzecz 12 osób"), "praca na=rzecz 12=osób");
}

TEST(Glue, TakesHardSpacesAtTheirWord) { EXPECT_EQ(glued("Dom\xC2\xA0Pomocy Społecznej"), "Dom~Pomocy Społecznej"); }

TEST(Glue, GivesABondForEverySpaceAndNoneForNone) {
    EXPECT_TRUE(pdfgen::bonds("").empty());
    EXPECT_TRUE(pdfgen::bonds("słowo").empty());
    EXPECT_EQ(pdfgen::bonds(" a  b ").size(), 4U);
}

}  // namespace
