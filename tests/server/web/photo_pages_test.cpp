#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(PhotoPages, KeepPhotographsAndNeverShowThem) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give(
        "GET", "/meetings/m/photos?limit=200",
        listOf(R"({"id":"f1","order":1,"caption":"Sala","media_type":"image/png","size":2500},{"id":"f2","order":2})"));
    const auto page = api.get("/spotkania/m/zdjecia");
    EXPECT_TRUE(shows(page, "/spotkania/m/zdjecia/f1/plik"));
    EXPECT_FALSE(shows(page, "/spotkania/m/zdjecia/f2/plik"));
    EXPECT_FALSE(shows(page, "<img"));
}

TEST(PhotoPages, SendTheFileAsWhatItIs) {
    DeskApi api;
    api.give("POST", "/meetings/m/photos?caption=Sala", "{}", 201);
    EXPECT_EQ(api.postFile("/spotkania/m/zdjecia", "a.png", "\x89PNG", "Sala").status, 303);
    EXPECT_EQ(api.change().type, "image/png");
    EXPECT_EQ(api.change().body, "\x89PNG");
}

TEST(PhotoPages, ChangeACaptionAndRemove) {
    DeskApi api;
    api.give("GET", "/meetings/m/summary", summaryJson());
    api.give("GET", "/meetings/m/photos/f1", R"({"id":"f1","order":1,"caption":"Sala"})");
    EXPECT_TRUE(shows(api.get("/spotkania/m/zdjecia/f1"), R"(value="Sala")"));
    api.give("PUT", "/meetings/m/photos/f1", "{}");
    api.post("/spotkania/m/zdjecia/f1", "caption=Nowy");
    EXPECT_EQ(api.change().body, R"({"caption":"Nowy"})");
    api.give("DELETE", "/meetings/m/photos/f1", "", 204);
    EXPECT_EQ(api.post("/spotkania/m/zdjecia/f1/usuniecie").status, 303);
}

}  // namespace
