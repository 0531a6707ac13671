#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(DraftPages, PreviewWhatWouldBeMade) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give("GET", "/templates?limit=200", listOf(R"({"name":"deklaracja"})"));
    api.give(
        "POST", "/meetings/m/documents?dry_run=true",
        R"({"documents":[{"file":"d.pdf","kind":"declaration","signers":[{"party":"Szkoła","expected_name":null}]}],)"
        R"("faults":[],"notices":[]})");
    const auto page = api.post("/spotkania/m/generowanie", "template=deklaracja&demonstration=1");
    EXPECT_TRUE(shows(page, "Utwórz szkice: 1"));
    EXPECT_TRUE(shows(page, "Deklaracja przystąpienia"));
    EXPECT_TRUE(shows(page, R"(<input type="hidden" name="template" value="deklaracja">)"));
    EXPECT_EQ(api.change().body, R"({"demonstration":true,"only_missing":true,"templates":["deklaracja"]})");
}

TEST(DraftPages, ListEveryFaultAndOfferNothing) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give("GET", "/templates?limit=200", listOf(""));
    api.give(
        "POST", "/meetings/m/documents?dry_run=true",
        R"({"documents":[],"faults":[{"text":"Brakuje pola.","type":"t","file":"f","line":2,"column":3}],"notices":[]})");
    const auto page = api.post("/spotkania/m/generowanie");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, "Brakuje pola."));
    EXPECT_TRUE(shows(page, "wiersz 2, kolumna 3"));
    EXPECT_FALSE(shows(page, "/szkice"));
}

TEST(DraftPages, LeadToTheFieldThatIsMissing) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give("GET", "/templates?limit=200", listOf(""));
    const std::string missing = R"("type":"bind-missing","text":"Brakuje pola.","file":"w.xml","line":1,"column":1})";
    api.give("POST", "/meetings/m/documents?dry_run=true",
             R"({"documents":[],"notices":[],"faults":[{"field":"controller.name",)" + missing +
                 R"(,{"field":"controller.name",)" + missing + R"(,{"field":"project.title",)" + missing +
                 R"(,{"field":"partner.address",)" + missing +
                 R"(,{"type":"reference-unknown","text":"Nie ma pozycji.","pointer":"/leader/institution_ref"}]})");
    const auto page = api.post("/spotkania/m/generowanie");
    EXPECT_TRUE(shows(page, "4 błędy"));
    EXPECT_TRUE(shows(page, "Brakuje danych: Nazwa administratora."));
    EXPECT_TRUE(shows(page, R"(<a href="/ustawienia/urzad#controller__name">Nazwa administratora</a>)"));
    EXPECT_TRUE(shows(page, R"(<a href="/spotkania/m/zmiana#project__title">)"));
    EXPECT_TRUE(shows(page, R"(<a href="/spotkania/m/uczestnicy">Uczestnicy</a>)"));
    EXPECT_TRUE(shows(page, R"(<a href="/ustawienia/urzad#leader__institution_ref">)"));
}

TEST(DraftPages, SayThatAllDocumentsAreThere) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give("GET", "/templates?limit=200", listOf(""));
    api.give("POST", "/meetings/m/documents?dry_run=true",
             R"({"documents":[],"faults":[],"notices":[{"type":"draft-left-out","text":"Już są."}]})");
    const auto page = api.post("/spotkania/m/generowanie");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(shows(page, "Wszystkie dokumenty tego spotkania już są."));
    EXPECT_FALSE(shows(page, "/szkice"));
}

TEST(DraftPages, MakeIssueAndDiscardDrafts) {
    DeskApi api;
    api.give("POST", "/meetings/m/documents", R"({"data":[{},{}],"notices":[]})", 201);
    EXPECT_EQ(locationOf(api.post("/spotkania/m/szkice")), "/spotkania/m?zrobiono=drafts&n=2");
    api.give("POST", "/meetings/m/issue", R"({"data":[{},{},{}],"errors":[]})");
    EXPECT_EQ(locationOf(api.post("/spotkania/m/wydanie")), "/spotkania/m?zrobiono=issued&n=3");
    api.give("POST", "/meetings/m/issue", R"({"data":[],"errors":[{"document":"D","text":"Zmieniono."}]})");
    EXPECT_TRUE(shows(api.post("/spotkania/m/wydanie"), "Zmieniono."));
    api.give("GET", "/documents?meeting=m&state=draft&limit=200", listOf(documentJson("D", "draft")));
    api.give("POST", "/documents/D/void", "{}");
    EXPECT_EQ(locationOf(api.post("/spotkania/m/szkice/usuniecie")), "/spotkania/m?zrobiono=discarded");
    EXPECT_EQ(api.change().key, "k-D");
}

}  // namespace
