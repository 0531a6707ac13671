#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(MeetingActionPages, MakeALinkForEveryoneWhoIsStillToSign) {
    DeskApi api;
    const auto row = [](const char* id, const char* field, const char* state) {
        return std::string(R"({"document_state":"issued","signer":{"id":")") + id + R"(","document_id":"D","field":")" +
               field + R"(","party":"Szkoła )" + id + R"(","state":")" + state + R"("}})";
    };
    api.give("GET", "/meetings/m/board",
             R"({"rows":[)" + row("a", "P1", "invited") + "," + row("b", "P2", "signed") + "," +
                 row("c", "Lider", "invited") + "," + row("d", "P3", "opened") + "]}");
    api.give("POST", "/signers/a/link",
             R"({"link":"https://x/podpis/geheim","note":null,"expires_at":"2026-12-01T00:00:00Z"})", 201);
    const auto page = api.post("/spotkania/m/linki");
    EXPECT_TRUE(shows(page, "https://x/podpis/geheim"));
    EXPECT_TRUE(shows(page, R"(data-copy="link-a")"));
    EXPECT_TRUE(shows(page, "Szkoła d: Brak."));
    EXPECT_FALSE(shows(page, "Szkoła b"));
}

TEST(MeetingActionPages, AcceptOnlyWhatAllPartnersHaveSigned) {
    DeskApi api;
    api.give("GET", "/documents?meeting=m&limit=200",
             listOf(documentJson("A", "partly-signed", "signed") + "," + documentJson("B", "issued")));
    api.give("POST", "/documents/A/acceptance", "{}");
    EXPECT_EQ(locationOf(api.post("/spotkania/m/przyjecie")), "/spotkania/m?zrobiono=accepted");
    EXPECT_EQ(api.change().target, "/documents/A/acceptance");
}

TEST(MeetingActionPages, SayWhichDocumentsWereNotArchived) {
    DeskApi api;
    api.give("GET", "/documents?meeting=m&state=signed&limit=200",
             listOf(documentJson("A", "signed", "signed", "signed")));
    api.refuse("POST", "/documents/A/archive", 409);
    const auto page = api.post("/spotkania/m/archiwizacja");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(shows(page, "/dokumenty/A"));
    EXPECT_TRUE(shows(page, "Odmowa usługi."));
}

TEST(MeetingActionPages, MarkAllIssuedAsSent) {
    DeskApi api;
    api.give("GET", "/documents?meeting=m&state=issued&limit=200", listOf(documentJson("A", "issued")));
    api.give("POST", "/documents/A/send", "{}");
    EXPECT_EQ(locationOf(api.post("/spotkania/m/wyslanie")), "/spotkania/m?zrobiono=sent");
}

}  // namespace
