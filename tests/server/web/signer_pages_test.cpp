#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(SignerPages, ShowANewLinkOnce) {
    DeskApi api;
    api.give("GET", "/signers/S", R"({"id":"S","document_id":"D","party":"Szkoła","expected_name":"Anna Nowa"})");
    api.give("POST", "/signers/S/link",
             R"({"link":"https://x/podpis/geheim","note":null,"expires_at":"2026-12-01T00:00:00Z"})", 201);
    const auto page = api.post("/dokumenty/D/podpisujacy/S/link", "days=14");
    EXPECT_TRUE(shows(page, "https://x/podpis/geheim"));
    EXPECT_TRUE(shows(page, "Anna Nowa"));
    EXPECT_EQ(api.change().body, R"({"days":14})");
    EXPECT_EQ(locationOf(api.get("/dokumenty/D/podpisujacy/S/link")), "/dokumenty/D");
}

TEST(SignerPages, RevokeALinkAndGiveUpASeal) {
    DeskApi api;
    api.give("GET", "/signers/S", R"({"document_id":"D"})");
    api.give("DELETE", "/signers/S/link", "", 204);
    EXPECT_EQ(locationOf(api.post("/dokumenty/D/podpisujacy/S/link/wycofanie")), "/dokumenty/D?zrobiono=revoked");
    api.give("POST", "/signers/S/sealing-given-up", "{}");
    EXPECT_EQ(api.post("/dokumenty/D/podpisujacy/S/pieczec/rezygnacja").status, 303);
}

TEST(SignerPages, TakeAReturnedFileAsItIs) {
    DeskApi api;
    api.give("GET", "/signers/S", R"({"document_id":"D"})");
    api.give("POST", "/signers/S/signature?name=p.pdf", R"({"upload":{"state":"waiting"}})");
    EXPECT_EQ(locationOf(api.postFile("/dokumenty/D/podpisujacy/S/plik", "p.pdf", "%PDF-1")),
              "/dokumenty/D?zrobiono=waits");
    EXPECT_EQ(api.change().body, "%PDF-1");
    api.refuse("POST", "/signers/S/signature?name=p.pdf", 409);
    api.give("GET", "/documents/D", documentJson("D", "issued"));
    api.give("GET", "/uploads?document=D&limit=200", listOf(""));
    const auto page = api.postFile("/dokumenty/D/podpisujacy/S/plik", "p.pdf", "%PDF-1");
    EXPECT_EQ(page.status, 409);
    EXPECT_TRUE(shows(page, "Odmowa usługi."));
}

TEST(SignerPages, KnowNoSignerOfAnotherDocument) {
    DeskApi api;
    api.give("GET", "/signers/S", R"({"document_id":"OTHER"})");
    EXPECT_EQ(api.post("/dokumenty/D/podpisujacy/S/link").status, 404);
    EXPECT_EQ(api.post("/dokumenty/D/podpisujacy/S/link/wycofanie").status, 404);
}

}  // namespace
