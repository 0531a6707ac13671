#include "server/workflow/csv.h"

#include <gtest/gtest.h>

namespace workflow {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts textsOf(base::ByteView bytes, std::vector<std::string>* faults = nullptr) {
    std::vector<base::Fault> found;
    Texts texts;
    for (const CsvRow& row : readCsv(bytes, "lista.csv", found)) {
        texts.emplace_back();
        for (const CsvCell& cell : row) texts.back().push_back(cell.text);
    }
    for (const base::Fault& fault : found)
        if (faults == nullptr)
            ADD_FAILURE() << base::text(fault);
        else
            faults->push_back(std::to_string(fault.place.line) + ':' + std::to_string(fault.place.column) + ' ' +
                              fault.message.key);
    return texts;
}

std::vector<std::string> faultsOf(base::ByteView bytes) {
    std::vector<std::string> faults;
    textsOf(bytes, &faults);
    return faults;
}

const Texts kTwoRows = {{"Lp.", "Funkcja"}, {"1", "Dyrektor, Będzin"}};

TEST(Csv, FindsTheSeparatorInTheFirstRow) {
    EXPECT_EQ(textsOf("Lp.;Funkcja\n1;Dyrektor, Będzin\n"), kTwoRows);
    EXPECT_EQ(textsOf("Lp.\tFunkcja\n1\tDyrektor, Będzin\n"), kTwoRows);
    EXPECT_EQ(textsOf("Lp.,Funkcja\n1,\"Dyrektor, Będzin\"\n"), kTwoRows);
    EXPECT_EQ(textsOf("\"a,b,c\";d\n"), (Texts{{"a,b,c", "d"}}));
}

TEST(Csv, ReadsEveryKindOfLineEnd) {
    EXPECT_EQ(textsOf("Lp.;Funkcja\r\n1;Dyrektor, Będzin\r\n"), kTwoRows);
    EXPECT_EQ(textsOf("Lp.;Funkcja\r1;Dyrektor, Będzin"), kTwoRows);
    EXPECT_EQ(textsOf("\n\nLp.;Funkcja\n;\n \n1;Dyrektor, Będzin\n\n"), kTwoRows);
}

TEST(Csv, ReadsUtf8WithAndWithoutItsMark) {
    EXPECT_EQ(textsOf("\xEF\xBB\xBFżółć;ą"), (Texts{{"żółć", "ą"}}));
    EXPECT_EQ(textsOf("żółć;ą"), (Texts{{"żółć", "ą"}}));
}

TEST(Csv, ReadsWindows1250WhereItIsNoUtf8) {
    // printf 'ĄĆĘŁŃÓŚŹŻ;ąćęłńóśźż;–„”' | iconv -t cp1250 | xxd -p
    EXPECT_EQ(textsOf("\xA5\xC6\xCA\xA3\xD1\xD3\x8C\x8F\xAF;\xB9\xE6\xEA\xB3\xF1\xF3\x9C\x9F\xBF;\x96\x84\x94"),
              (Texts{{"ĄĆĘŁŃÓŚŹŻ", "ąćęłńóśźż", "–„”"}}));
}

TEST(Csv, FaultsWhatIsNeither) {
    EXPECT_EQ(faultsOf("a;b\nc;\xF3\x81\n"), (std::vector<std::string>{"2:0 csv.encoding"}));
    EXPECT_EQ(faultsOf("\xEF\xBB\xBF"
                       "a;b\n\n\xF3;d"),
              (std::vector<std::string>{"3:0 csv.not_utf8"}));
    EXPECT_EQ(faultsOf(std::string("a;b\0c", 5)), (std::vector<std::string>{"1:0 csv.no_text"}));
    EXPECT_EQ(faultsOf(std::string("\xFF\xFE\x61\0;\0", 6)), (std::vector<std::string>{"1:0 csv.encoding"}));  // UTF-16
}

TEST(Csv, SaysOneThingOfAFileOfAnotherKind) {
    const std::string inside = std::string("1.7\n%ąę \xB5\xE3\xCF\xD3\n\0\n", 18);
    for (const std::string beginning : {"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0"})
        EXPECT_EQ(faultsOf(beginning + inside), (std::vector<std::string>{"1:0 csv.no_text"})) << beginning;
    EXPECT_EQ(faultsOf("ą\n" + inside), (std::vector<std::string>{"4:0 csv.no_text"}));
}

TEST(Csv, SaysWhenItTookTheListForWindows1250) {
    EXPECT_EQ(encodingNotice("S\xB9\x64;Partner")->key, "csv.windows_1250");
    for (const char* text : {"Sad;Partner", "Sąd;Partner", "\xEF\xBB\xBFS\xB9\x64", "Sąd;S\xB9\x64"})
        EXPECT_FALSE(encodingNotice(text)) << text;
}

TEST(Csv, FaultsABadOctetInUtf8) {
    EXPECT_EQ(faultsOf("Będzin;a\nKnur\xF3w;\xF3\nGliwice;b\n"), (std::vector<std::string>{"2:0 csv.not_utf8"}));
    EXPECT_EQ(faultsOf("„a”;b\r\rc;\xC5\rd;\xFF"), (std::vector<std::string>{"3:0 csv.not_utf8", "4:0 csv.not_utf8"}));
    std::vector<std::string> faults;
    EXPECT_EQ(textsOf("Będzin;Knur\xF3w", &faults), (Texts{{"Będzin", "Knur\xEF\xBF\xBDw"}}));
}

TEST(Csv, TakesCapitalsInWindows1250ForNoUtf8) {
    // printf 'ZESPÓŁ SZKÓŁ – PODRÓŻ' | iconv -t cp1250 | xxd -p; D3 A3 is U+04E3 in UTF-8
    EXPECT_EQ(textsOf("ZESP\xD3\xA3 SZK\xD3\xA3;\x96;PODR\xD3\xAF"), (Texts{{"ZESPÓŁ SZKÓŁ", "–", "PODRÓŻ"}}));
}

TEST(Csv, KeepsWhatStandsInQuotes) {
    EXPECT_EQ(textsOf("\"a;b\";\"c \"\"d\"\"\";\"e\nf\"\r\ng;;h"), (Texts{{"a;b", "c \"d\"", "e\nf"}, {"g", "", "h"}}));
    EXPECT_EQ(textsOf("a;b \"c\" d"), (Texts{{"a", "b \"c\" d"}}));
    EXPECT_EQ(textsOf("\"\";a"), (Texts{{"", "a"}}));
}

TEST(Csv, TrimsAndMakesHardSpacesPlain) { EXPECT_EQ(textsOf(" a ;\u00A0b\u00A0c\u00A0"), (Texts{{"a", "b c"}})); }

TEST(Csv, KnowsWhereEachCellBegins) {
    std::vector<base::Fault> faults;
    const auto rows = readCsv("żó;b\n\"ć\nd\";e;f\n\ng", "", faults);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0][1].column, 4);
    EXPECT_EQ(rows[1][0].line, 2);
    EXPECT_EQ(rows[1][1].line, 3);
    EXPECT_EQ(rows[1][1].column, 4);
    EXPECT_EQ(rows[2][0].line, 5);
}

TEST(Csv, FaultsQuotesAtTheirPlaceAndReadsOn) {
    EXPECT_EQ(faultsOf("a;b\nc;\"d\"e\nf;\"g\"h"),
              (std::vector<std::string>{"2:3 csv.behind_quote", "3:3 csv.behind_quote"}));
    EXPECT_EQ(faultsOf("a;b\nc;\"d\ne;f\n"), (std::vector<std::string>{"2:3 csv.open_quote"}));
    EXPECT_EQ(faultsOf("\""), (std::vector<std::string>{"1:1 csv.open_quote"}));
}

TEST(Csv, ReadsEveryTruncation) {
    const std::string whole = "\xEF\xBB\xBFLp.;\"Nazwa \"\"a\"\"\"\r\n1;\"ż\r\nó\"\r\n";
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        std::vector<base::Fault> faults;
        EXPECT_LE(readCsv(whole.substr(0, length), "", faults).size(), 2U) << length;
        EXPECT_LE(faults.size(), 2U) << length;
    }
}

}  // namespace
}  // namespace workflow
