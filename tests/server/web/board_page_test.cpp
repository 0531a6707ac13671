#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

std::string rowJson(const std::string& party, const std::string& step, const std::string& more) {
    return R"({"document_state":"issued","kind":"declaration","step":")" + step +
           R"(","on_counterpart":false,"waiting":0,"signer":{"id":"s","document_id":"D","field":"P","party":")" +
           party + R"(")" + more + "}}";
}

DeskApi& withBoard(DeskApi& api, const std::string& rows, const std::string& inState) {
    api.give("GET", "/meetings/m", meetingJson());
    api.give("GET", "/meetings/m/board",
             R"({"counts":{"issued":1,"signed":0},"rows":[)" + rows + R"(],"documents":{"in_state":{)" + inState +
                 R"(},"to_send":0,"to_accept":0,"demonstration":false,"without_signers":[]}})");
    return api;
}

TEST(BoardPage, SaysWhatToDoNext) {
    DeskApi api;
    EXPECT_TRUE(shows(withBoard(api, "", "").get("/spotkania/m"), "proszę wygenerować deklaracje"));
    EXPECT_TRUE(shows(withBoard(api, "", R"("draft":1)").get("/spotkania/m"), "wydać dokumenty"));
    EXPECT_TRUE(shows(api.get("/spotkania/m"), "1 dokument?"));
}

TEST(BoardPage, SaysWhatCanBeAcceptedAndListsWhatNobodySigns) {
    DeskApi api;
    withBoard(api, rowJson("Szkoła", "signed", R"(,"state":"signed","method":"here","grade":"signed")"), "");
    api.give("GET", "/meetings/m/board",
             R"({"counts":{"signed":1},"rows":[],"documents":{"in_state":{"partly-signed":2,"issued":1,"voided":1},)"
             R"("to_send":0,"to_accept":2,"demonstration":true,"without_signers":[)" +
                 documentJson("L", "issued") + "]}}");
    const auto page = api.get("/spotkania/m");
    EXPECT_TRUE(shows(page, "Przyjmij podpisane deklaracje"));
    EXPECT_TRUE(shows(page, "/dokumenty/L"));
    EXPECT_TRUE(shows(page, "przykład"));
    EXPECT_TRUE(shows(page, "Dokumenty (4)"));
}

TEST(BoardPage, SaysBeforeArchivingThatNothingCanBeVerified) {
    DeskApi api;
    withBoard(api, "", R"("signed":1)");
    EXPECT_TRUE(shows(api.get("/spotkania/m"), "Przenieść do archiwum?"));
    EXPECT_FALSE(shows(api.get("/spotkania/m"), "zaufanych"));
    api.give("GET", "/ready", R"({"ready":true,"checks":[{"name":"trust","condition":"warning"}]})");  // of /health
    EXPECT_TRUE(shows(api.get("/spotkania/m"), "zaufanych"));
}

TEST(BoardPage, ShowsEachPartnersSteps) {
    DeskApi api;
    const std::string rows = rowJson("Szkoła", "signed", R"(,"state":"signed","method":"paper","grade":"scanned")") +
                             "," + rowJson("Sąd", "issued", R"(,"state":"invited")") + "," +
                             rowJson("Stary", "voided", R"(,"state":"invited")");
    const auto page = withBoard(api, rows, R"("issued":1)").get("/spotkania/m");
    EXPECT_TRUE(shows(page, "Szkoła"));
    EXPECT_TRUE(shows(page, "(na papierze)"));
    EXPECT_FALSE(shows(page, "Stary"));
    const auto some = api.get("/spotkania/m?krok=issued");
    EXPECT_TRUE(shows(some, "Sąd"));
    EXPECT_FALSE(shows(some, "(na papierze)"));
}

TEST(BoardPage, SaysWhoIsWithoutADocumentAndWhoSignedInAnothersName) {
    DeskApi api;
    const std::string signedOne =
        R"({"document_state":"signed","step":"signed","on_counterpart":false,"waiting":0,"signer":{"id":"s",)"
        R"("document_id":"D","field":"P","party":"Szkoła","order":3,"state":"signed","method":"here",)"
        R"("expected_name":"Piotr Maj","signed_name":")";
    const auto shown = [&](const std::string& name) {
        return withBoard(api, signedOne + name + R"("}})", R"("signed":1)").get("/spotkania/m");
    };
    EXPECT_TRUE(shows(shown("Jan Inny"), "podpisie: Jan Inny"));
    EXPECT_FALSE(shows(shown("Jan Inny"), "Podpisała inna osoba"));  // it is accepted
    const auto page = shown("Piotr Maj");
    EXPECT_FALSE(shows(page, "podpisie:"));
    EXPECT_TRUE(shows(page, ">przyjęty<"));
    EXPECT_TRUE(shows(page, "przenieść podpisane dokumenty"));
    EXPECT_FALSE(shows(page, "Bez deklaracji"));
    std::string late = meetingJson();
    const std::string people = R"("participants":[)";
    late.insert(late.find(people) + people.size(), R"({"order":9,"institution_ref":"sp1","roles":["partner"]},)");
    api.give("GET", "/meetings/m", late);
    EXPECT_TRUE(shows(api.get("/spotkania/m"), "Bez deklaracji: Szkoła"));
    EXPECT_TRUE(shows(api.get("/spotkania/m"), "proszę wygenerować brakujące deklaracje"));
}

TEST(BoardPage, WarnsBeforeAcceptanceThatAnotherPersonSigned) {
    DeskApi api;
    const auto row = [](const std::string& field, const std::string& party) {
        return R"({"document_state":"partly-signed","step":"signed","on_counterpart":false,"waiting":0,"signer":{"id":"s",)"
               R"("document_id":"D","order":3,"state":"signed","method":"here","expected_name":"Piotr Maj",)"
               R"("signed_name":"Jan Inny","field":")" +
               field + R"(","party":")" + party + R"("}})";
    };
    api.give("GET", "/meetings/m", meetingJson());
    api.give("GET", "/meetings/m/board",
             R"({"counts":{"signed":1},"documents":{"in_state":{"partly-signed":1},"to_accept":1},"rows":[)" +
                 row("P", "Szkoła") + "," + row("Lider", "Urząd") + "]}");
    const auto page = api.get("/spotkania/m");
    EXPECT_TRUE(shows(page, "Podpisała inna osoba"));
    EXPECT_TRUE(shows(page, "Szkoła\u00a0– Jan Inny"));
    EXPECT_FALSE(shows(page, "Urząd\u00a0– Jan Inny"));
}

TEST(BoardPage, HoldsTwoHundredPartners) {
    DeskApi api;
    std::string rows;
    for (int i = 0; i < 200; ++i)
        rows +=
            (i == 0 ? "" : ",") + rowJson("Instytucja <" + std::to_string(i) + ">", "issued", R"(,"state":"invited")");
    const auto page = withBoard(api, rows, R"("issued":1)").get("/spotkania/m");
    EXPECT_TRUE(shows(page, "Instytucja &lt;199&gt;"));
}

TEST(BoardPage, GivesAllDocumentsInOneFile) {
    DeskApi api;
    api.give("GET", "/meetings/m/package", "PK");
    api.give("GET", "/meetings/m/print", "%PDF-");
    EXPECT_EQ(api.get("/spotkania/m/dokumenty.zip").body, "PK");
    EXPECT_EQ(api.get("/spotkania/m/wydruk.pdf").body, "%PDF-");
}

TEST(BoardPage, IsNotFoundWithoutItsMeeting) {
    DeskApi api;
    EXPECT_EQ(api.get("/spotkania/nikt").status, 404);
}

}  // namespace
