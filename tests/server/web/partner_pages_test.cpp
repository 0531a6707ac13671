#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

constexpr const char* kPlan = R"({"faults":[],"notices":["Uwaga."],"institutions":[{"id":"s","name":"Szkoła"}],)"
                              R"("participants":[{"order":1,"institution_ref":"s","roles":["partner"]}]})";

TEST(PartnerPages, ShowEveryFaultByRowAndColumn) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.give("POST", "/meetings/m/partners?dry_run=true", R"({"faults":[{"line":3,"column":8,"detail":"Zła rola."}]})");
    const auto page = api.postFile("/spotkania/m/partnerzy/podglad", "lista.csv", "a;b");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, "lista.csv"));
    EXPECT_TRUE(shows(page, "Zła rola."));
    EXPECT_EQ(api.change().type, "text/csv");
}

TEST(PartnerPages, NameTheColumnOfAFaultByItsHeading) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.give("POST", "/meetings/m/partners?dry_run=true",
             R"({"faults":[{"line":3,"column":6,"detail":"A."},{"line":4,"column":1,"detail":"B."},)"
             R"({"line":4,"column":156,"detail":"C."},{"line":2,"detail":"D."}]})");
    const auto page =
        api.postFile("/spotkania/m/partnerzy/podglad", "lista.csv", "Nazwa;Rola\nSąd;Partner\nSzkoa;widz\n;widz\n");
    EXPECT_TRUE(
        shows(page, R"(data-label="Kolumna">–</td><td data-label="Co jest nie tak">A.)"));  // no cell begins there
    EXPECT_TRUE(shows(page, R"(data-label="Kolumna">Nazwa</td><td data-label="Co jest nie tak">B.)"));
    EXPECT_TRUE(shows(page, R"(data-label="Kolumna">–</td><td data-label="Co jest nie tak">C.)"));
    EXPECT_TRUE(shows(page, R"(data-label="Kolumna">–</td><td data-label="Co jest nie tak">D.)"));
    EXPECT_FALSE(shows(page, "156"));
    api.give("POST", "/meetings/m/partners?dry_run=true", R"({"faults":[{"line":3,"column":8,"detail":"Zła rola."}]})");
    EXPECT_TRUE(shows(api.postFile("/spotkania/m/partnerzy/podglad", "l.csv", "Nazwa;Rola\nA;Partner\nSzkoła;widz\n"),
                      R"(data-label="Kolumna">Rola<)"));
}

TEST(PartnerPages, ImportExactlyWhatWasPreviewed) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.give("POST", "/meetings/m/partners?dry_run=true", kPlan);
    const auto page = api.postFile("/spotkania/m/partnerzy/podglad", "lista.csv", "a;\xB1");
    EXPECT_TRUE(shows(page, "1 partner"));
    EXPECT_TRUE(shows(page, R"(name="list" value="YTux")"));
    api.give("POST", "/meetings/m/partners", kPlan);
    EXPECT_EQ(locationOf(api.post("/spotkania/m/partnerzy", "list=YTux")), "/spotkania/m?zrobiono=import");
    EXPECT_EQ(api.change().body, "a;\xB1");
}

TEST(PartnerPages, AskForAFileWhereNoneWasChosen) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    EXPECT_TRUE(shows(api.post("/spotkania/m/partnerzy/podglad"), "Nie wybrano pliku"));
    EXPECT_EQ(api.post("/spotkania/m/partnerzy", "list=%3F").status, 422);
}

TEST(PartnerPages, GiveATemplateOfTheList) {
    DeskApi api;
    EXPECT_TRUE(api.get("/spotkania/lista-partnerow.csv").body.starts_with("\xEF\xBB\xBFLp.;"));
}

}  // namespace
