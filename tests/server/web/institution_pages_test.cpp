#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(InstitutionPages, ListAddChangeAndRemove) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    EXPECT_TRUE(shows(api.get("/spotkania/m/instytucje"), "/spotkania/m/instytucje/sp1"));
    api.give("POST", "/meetings/m/institutions", "{}", 201);
    api.post("/spotkania/m/instytucje", "house__name=Biblioteka+%C5%81&house__nip=1");
    EXPECT_EQ(api.change().body, R"({"id":"biblioteka-l","name":"Biblioteka Ł","nip":"1"})");
    api.give("GET", "/meetings/m/institutions/sp1", R"({"id":"sp1","name":"Szkoła nr 1","resources":"sala"})");
    EXPECT_TRUE(shows(api.get("/spotkania/m/instytucje/sp1"), R"(value="Szkoła nr 1")"));
    api.give("PUT", "/meetings/m/institutions/sp1", "{}");
    api.post("/spotkania/m/instytucje/sp1", "house__name=Szko%C5%82a");
    EXPECT_EQ(api.change().body, R"({"id":"sp1","name":"Szkoła","resources":"sala"})");
    api.give("DELETE", "/meetings/m/institutions/sp1", "", 204);
    EXPECT_EQ(api.post("/spotkania/m/instytucje/sp1/usuniecie").status, 303);
}

TEST(InstitutionPages, ShowFaultsBesideTheirFields) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.refuse("POST", "/meetings/m/institutions", 422, R"([{"detail":"Brakuje.","pointer":"/name"}])");
    EXPECT_TRUE(shows(api.post("/spotkania/m/instytucje", "house__name="), R"(id="house__name-fault">Brakuje.)"));
}

}  // namespace
