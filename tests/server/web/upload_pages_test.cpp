#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(UploadPages, KeepAScanAsWhatItIs) {
    DeskApi api;
    api.give("POST", "/documents/D/scans?name=s.png", "{}", 201);
    EXPECT_EQ(locationOf(api.postFile("/dokumenty/D/skany", "s.png", "\x89PNG\r\n\x1A\n")),
              "/dokumenty/D?zrobiono=scan#pliki");
    EXPECT_EQ(api.change().type, "image/png");
}

TEST(UploadPages, CarryTheClerksWord) {
    DeskApi api;
    api.give("GET", "/uploads/U", R"({"document_id":"D"})");
    api.give("POST", "/uploads/U/confirmation", "{}");
    EXPECT_EQ(locationOf(api.post("/dokumenty/D/pliki/U/przyjecie", "signers=a&signers=b")),
              "/dokumenty/D?zrobiono=confirmed");
    EXPECT_EQ(api.change().body, R"({"signers":["a","b"]})");
    api.post("/dokumenty/D/pliki/U/przyjecie");
    EXPECT_EQ(api.change().body, "{}");
    api.give("POST", "/uploads/U/refusal", "{}");
    EXPECT_EQ(locationOf(api.post("/dokumenty/D/pliki/U/odrzucenie")), "/dokumenty/D?zrobiono=refused");
    api.give("GET", "/uploads/U/file", "bytes");
    EXPECT_EQ(api.get("/dokumenty/D/pliki/U/plik").body, "bytes");
}

TEST(UploadPages, KnowNoFileOfAnotherDocument) {
    DeskApi api;
    api.give("GET", "/uploads/U", R"({"document_id":"OTHER"})");
    EXPECT_EQ(api.post("/dokumenty/D/pliki/U/przyjecie").status, 404);
    EXPECT_EQ(api.get("/dokumenty/D/pliki/U").status, 404);
}

}  // namespace
