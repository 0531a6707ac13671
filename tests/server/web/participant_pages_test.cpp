#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(ParticipantPages, ListPeopleWithTheirInstitutions) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    const auto page = api.get("/spotkania/m/uczestnicy");
    EXPECT_TRUE(shows(page, "<a href=\"/spotkania/m/uczestnicy/3\">Szkoła nr\u00a01</a>"));
    EXPECT_TRUE(shows(page, "Dyrektor"));
}

TEST(ParticipantPages, AddBehindTheLastOne) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.give("POST", "/meetings/m/participants", "{}", 201);
    const auto answer =
        api.post("/spotkania/m/uczestnicy", "function=Dyrektor&person__last_name=Nowa&roles=partner&roles=chair");
    EXPECT_EQ(locationOf(answer), "/spotkania/m/uczestnicy?zrobiono=saved");
    EXPECT_EQ(api.change().body,
              R"({"function":"Dyrektor","order":4,"person":{"last_name":"Nowa"},"roles":["partner","chair"]})");
}

TEST(ParticipantPages, ShowWhatWasRefusedAsItWasTyped) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.refuse("POST", "/meetings/m/participants", 422, R"([{"detail":"Nikt.","pointer":"/function"}])");
    const auto page = api.post("/spotkania/m/uczestnicy", "note=Uwaga&roles=recorder");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, R"(value="Uwaga")"));
    EXPECT_TRUE(shows(page, R"(value="recorder" checked)"));
}

TEST(ParticipantPages, ChangeAndRemove) {
    DeskApi api;
    api.give("GET", "/meetings/m/participants/3", R"({"order":3,"accession":"acceded","roles":["partner"]})");
    api.give("GET", "/meetings/m", meetingJson());
    api.give("PUT", "/meetings/m/participants/3", "{}");
    EXPECT_EQ(api.post("/spotkania/m/uczestnicy/3", "function=Prezes&roles=partner").status, 303);
    EXPECT_NE(api.change().body.find("acceded"), std::string::npos);
    api.give("DELETE", "/meetings/m/participants/3", "", 204);
    EXPECT_EQ(api.post("/spotkania/m/uczestnicy/3/usuniecie").status, 303);
    EXPECT_EQ(api.change().match, "\"1\"");
}

}  // namespace
