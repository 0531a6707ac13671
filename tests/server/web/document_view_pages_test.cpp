#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

DeskApi& withDocument(DeskApi& api, const std::string& document, const std::string& uploads = "") {
    api.give("GET", "/documents/D", document);
    api.give("GET", "/uploads?document=D&limit=200", listOf(uploads));
    api.give("GET", "/meetings/m/summary", summaryJson());
    return api;
}

TEST(DocumentViewPages, OfferWhatTheStateAllows) {
    DeskApi api;
    const auto draft = withDocument(api, documentJson("D", "draft")).get("/dokumenty/D");
    EXPECT_TRUE(shows(draft, "/dokumenty/D/wydanie"));
    EXPECT_FALSE(shows(draft, "/dokumenty/D/skany"));
    const auto signedOne = withDocument(api, documentJson("D", "partly-signed", "signed")).get("/dokumenty/D");
    EXPECT_TRUE(shows(signedOne, "/dokumenty/D/przyjecie"));
    EXPECT_TRUE(shows(signedOne, "Partner podpisał."));
    const auto archived = withDocument(api, documentJson("D", "archived", "signed", "signed")).get("/dokumenty/D");
    EXPECT_FALSE(shows(archived, "/dokumenty/D/anulowanie"));
}

TEST(DocumentViewPages, SayBeforeArchivingThatNothingCanBeVerified) {
    DeskApi api;
    withDocument(api, documentJson("D", "signed", "signed", "signed"));
    EXPECT_FALSE(shows(api.get("/dokumenty/D"), "zaufanych"));
    api.give("GET", "/ready", R"({"ready":true,"checks":[{"name":"trust","condition":"warning"}]})");  // of /health
    EXPECT_TRUE(shows(api.get("/dokumenty/D"), "zaufanych"));
}

TEST(DocumentViewPages, ShowEachSignersOwnForms) {
    DeskApi api;
    const auto page = withDocument(api, documentJson("D", "issued")).get("/dokumenty/D");
    EXPECT_TRUE(shows(page, R"(src="/dokumenty/D/podglad.png")"));
    EXPECT_TRUE(shows(page, R"(action="/dokumenty/D/podpisujacy/P1/link")"));
    EXPECT_TRUE(shows(page, R"(action="/dokumenty/D/podpisujacy/Lider/plik")"));
    EXPECT_TRUE(shows(page, "Nikt nie odesłał"));
}

TEST(DocumentViewPages, PutWhatWaitsBeforeTheClerk) {
    DeskApi api;
    const auto upload = [](const char* id, const char* kind, const char* state) {
        return std::string(R"({"id":")") + id + R"(","document_id":"D","kind":")" + kind + R"(","state":")" + state +
               R"(","file":")" + id + R"(.pdf","size":1000,"findings":[{"text":"Powód )" + id +
               R"("}],"at":"2026-11-26T10:00:00Z","decided_at":null})";
    };
    withDocument(api, documentJson("D", "issued"),
                 upload("skan", "scan", "waiting") + "," + upload("inny", "head", "waiting") + "," +
                     upload("zly", "quarantine", "refused"));
    const auto page = api.get("/dokumenty/D");
    EXPECT_TRUE(shows(page, R"(name="signers" value="P1" checked)"));
    EXPECT_TRUE(shows(page, "/dokumenty/D/pliki/inny/przyjecie"));
    EXPECT_TRUE(shows(page, "Powód zly"));
    EXPECT_TRUE(shows(page, "czeka na"));
}

TEST(DocumentViewPages, GiveFilesAsTheyAre) {
    DeskApi api;
    api.give("GET", "/documents/D/head", "%PDF-");
    api.give("GET", "/documents/D/preview", "PNG");
    EXPECT_EQ(api.get("/dokumenty/D/biezacy.pdf").body, "%PDF-");
    EXPECT_EQ(api.get("/dokumenty/D/podglad.png").body, "PNG");
    EXPECT_EQ(api.get("/dokumenty/D/wydany.pdf").status, 404);
}

}  // namespace
