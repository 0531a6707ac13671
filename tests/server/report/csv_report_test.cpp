#include "server/report/csv_report.h"

#include <gtest/gtest.h>

namespace report {
namespace {

TEST(CsvReport, NeverWritesAFormula) {
    for (const char* text : {"=1+1", "+48", "-1", "@SUM", "\tx", "\rx"})
        EXPECT_EQ(csvField(text).find_first_not_of('"'), csvField(text).find('\'')) << text;
    EXPECT_EQ(csvField("=1+1"), "'=1+1");
    EXPECT_EQ(csvField("a=1"), "a=1");
}

TEST(CsvReport, QuotesWhatMustBeQuoted) {
    EXPECT_EQ(csvField("a;b"), "\"a;b\"");
    EXPECT_EQ(csvField("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csvField("a\nb"), "\"a\nb\"");
    EXPECT_EQ(csvField("Będzin"), "Będzin");
    EXPECT_EQ(csvField(""), "");
}

TEST(CsvReport, IsWhatPolishExcelReads) {
    Indicator number;
    number.meetingId = "bedzin-2019-11-27";
    number.date = "2019-11-27";
    number.name = base::say("report.claimed");
    number.grade = base::say("report.by_source");
    number.count = 2;
    number.isAtLeast = true;
    number.evidence = {{"uczestnik nr 1: A", ""}, {"uczestnik nr 2: B", ""}};
    Indicator sum = number;
    sum.meetingId.clear();
    sum.date.clear();
    sum.isAtLeast = false;
    sum.evidence.clear();
    EXPECT_EQ(csvReport({number, sum}),
              "\xEF\xBB\xBFSpotkanie;Data;Wskaźnik;Podstawa;Liczba;Zastrzeżenie;Dowody\r\n"
              "bedzin-2019-11-27;2019-11-27;Partnerzy wymienieni jako przystępujący;wzmianka w pliku spotkania;2;"
              "co najmniej;\"uczestnik nr 1: A; uczestnik nr 2: B\"\r\n"
              "Razem;;Partnerzy wymienieni jako przystępujący;wzmianka w pliku spotkania;2;;\r\n");
}

}  // namespace
}  // namespace report
