#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(DocumentActionPages, AskTheApiAndSayWhatWasDone) {
    const char* const actions[][3] = {
        {"wydanie", "issue", "issued"},           {"wyslanie", "send", "sent"},
        {"koniec", "expire", "expired"},          {"zamkniecie", "close", "closed"},
        {"anulowanie", "void", "voided"},         {"przyjecie", "acceptance", "accepted"},
        {"pieczec", "sealing-retry", "accepted"}, {"archiwizacja", "archive", "archived"}};
    for (const auto& [page, target, done] : actions) {
        DeskApi api;
        api.give("POST", std::string("/documents/D/") + target, "{}");
        const auto answer =
            api.post(std::string("/dokumenty/D/") + page, "void__reason=Pow%C3%B3d&close__reason=Pow%C3%B3d");
        EXPECT_EQ(locationOf(answer), std::string("/dokumenty/D?zrobiono=") + done) << page;
    }
}

TEST(DocumentActionPages, LeadToTheDocumentThatTakesItsPlace) {
    DeskApi api;
    api.give("POST", "/documents/D/reissue", R"({"id":"E"})", 201);
    EXPECT_EQ(locationOf(api.post("/dokumenty/D/ponowne-wydanie", "reissue__reason=x&confirmed=1")),
              "/dokumenty/E?zrobiono=reissued");
    EXPECT_EQ(api.change().body, R"({"confirmed":true,"reason":"x"})");
}

TEST(DocumentActionPages, ShowAFaultBesideTheReasonOfItsForm) {
    DeskApi api;
    api.give("POST", "/documents/D/void", R"({"detail":"Nie.","errors":[{"pointer":"/reason","detail":"Za długi."}]})",
             422);
    api.give("GET", "/documents/D", documentJson("D", "issued"));
    api.give("GET", "/uploads?document=D&limit=200", listOf(""));
    const auto page = api.post("/dokumenty/D/anulowanie", "void__reason=Pow%C3%B3d");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, R"(id="void__reason-fault">Za długi.)"));
    EXPECT_TRUE(shows(page, "Powód</textarea>"));
    EXPECT_FALSE(shows(page, "close__reason-fault"));
}

TEST(DocumentActionPages, ShowARefusalInWords) {
    DeskApi api;
    api.refuse("POST", "/documents/D/issue", 409);
    EXPECT_TRUE(shows(api.post("/dokumenty/D/wydanie"), "Odmowa usługi."));
}

}  // namespace
