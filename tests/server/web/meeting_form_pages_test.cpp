#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(MeetingFormPages, MakeAMeetingWithItsLeaderAndPlace) {
    DeskApi api;
    api.give("POST", "/meetings", "{}", 201);
    const auto answer = api.post("/spotkania/nowe",
                                 "team__name=Zesp%C3%B3%C5%82&meeting__date=2026-12-01&localities__0__name=Knur%C3%B3w"
                                 "&institutions__0__name=MOPS+Knur%C3%B3w&meeting__agenda=Otwarcie%0D%0APodpisy");
    EXPECT_EQ(locationOf(answer), "/spotkania/knurow-2026-12-01?zrobiono=saved");
    const std::string body = api.change().body;
    for (const char* part : {R"("id":"knurow-2026-12-01")", R"("institution_ref":"mops-knurow")", R"("name":"Knurów")",
                             R"({"title":"Podpisy"})"})
        EXPECT_NE(body.find(part), std::string::npos) << part << body;
}

TEST(MeetingFormPages, TakeAnotherIdentifierWhereItIsTaken) {
    DeskApi api;
    api.refuse("POST", "/meetings", 409);
    EXPECT_EQ(api.post("/spotkania/nowe", "team__name=Z&meeting__date=2026-12-01").status, 409);
    EXPECT_NE(api.change().body.find("z-2026-12-01-9"), std::string::npos);
    EXPECT_EQ(api.change().key, "k-9");
}

TEST(MeetingFormPages, KeepWhatTheFormHasNot) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    api.give("PUT", "/meetings/m", "{}");
    const auto answer =
        api.post("/spotkania/m/zmiana", "team__name=Nowy&meeting__date=2026-12-02&meeting__agenda=Otwarcie&leader=sp1");
    EXPECT_EQ(answer.status, 303);
    const std::string body = api.change().body;
    EXPECT_NE(body.find(R"("note":"długie")"), std::string::npos) << body;
    EXPECT_EQ(body.find("date_text"), std::string::npos);
    EXPECT_NE(body.find(R"("institution_ref":"sp1","roles":["leader"])"), std::string::npos);
    EXPECT_EQ(api.change().match, "\"1\"");
}

TEST(MeetingFormPages, ChangeTheTown) {
    DeskApi api;
    const std::string towns = R"("localities":[{"id":"knurow","loc":"Knurowie","name":"Knurow"},)"
                              R"({"id":"bedzin","name":"Będzin"}])";
    const auto meeting = [&](const std::string& town) {
        return R"({"schema":"meeting/1","id":"m",)" + towns + R"(,"meeting":{"venue":{"locality_ref":")" + town +
               R"("}}})";
    };
    api.give("GET", "/meetings/m", meeting("bedzin"));
    api.give("PUT", "/meetings/m", "{}");
    EXPECT_TRUE(shows(api.get("/spotkania/m/zmiana"), R"(name="localities__0__name" value="Będzin")"));
    const auto changed = [&](const std::string& town) {
        api.post("/spotkania/m/zmiana", "localities__0__name=" + town);
        return api.change().body;
    };
    EXPECT_NE(changed("B%C4%99dzin").find(towns), std::string::npos) << "unchanged";
    EXPECT_NE(changed("Knur%C3%B3w").find(R"({"id":"knurow","loc":"Knurowie","name":"Knurów"},{"id":"bedzin")"),
              std::string::npos)
        << api.change().body;
    EXPECT_NE(api.change().body.find(R"("locality_ref":"knurow")"), std::string::npos);
    EXPECT_NE(changed("Zabrze").find(R"([{"id":"zabrze","name":"Zabrze"},{"id":"knurow")"), std::string::npos);
    EXPECT_EQ(changed("").find("locality_ref"), std::string::npos);
}

TEST(MeetingFormPages, ShowFaultsBesideTheirFields) {
    DeskApi api;
    api.refuse("POST", "/meetings", 422, R"([{"detail":"Brakuje nazwy.","pointer":"/team/name"}])");
    const auto page = api.post("/spotkania/nowe", "team__name=&project__title=Projekt");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, R"(id="team__name-fault">Brakuje nazwy.)"));
    EXPECT_TRUE(shows(page, R"(value="Projekt")"));
}

TEST(MeetingFormPages, RefuseSpacesForAName) {
    DeskApi api;
    api.give("GET", "/meetings/m", meetingJson());
    const auto page = api.post("/spotkania/nowe", "team__name=+++&project__title=Projekt&institutions__0__name=+");
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(shows(page, R"(id="team__name-fault">Brakuje wymaganej wartości.)"));
    EXPECT_TRUE(shows(page, R"(id="institutions__0__name-fault">)"));
    EXPECT_FALSE(shows(page, R"(id="project__title-fault">)"));
    EXPECT_TRUE(shows(page, R"(value="Projekt")"));
    EXPECT_EQ(api.post("/spotkania/m/zmiana", "team__name=+").status, 422);
    EXPECT_EQ(api.change().method, "");  // the API was asked for nothing
}

TEST(MeetingFormPages, ReadAWholeFileAndNameThePlaceOfEachFault) {
    DeskApi api;
    api.refuse("POST", "/meetings", 422, R"([{"detail":"Zły wpis.","pointer":"/participants/1"}])");
    EXPECT_TRUE(shows(api.postFile("/spotkania/plik", "m.json", "{}"), "/participants/1: Zły wpis."));
    api.give("POST", "/meetings", R"({"id":"m"})", 201);
    EXPECT_EQ(locationOf(api.postFile("/spotkania/plik", "m.json", R"({"id":"m"})")), "/spotkania/m?zrobiono=saved");
    EXPECT_EQ(api.change().body, R"({"id":"m"})");
}

TEST(MeetingFormPages, DeleteAndDownload) {
    DeskApi api;
    api.give("DELETE", "/meetings/m", "", 204);
    EXPECT_EQ(locationOf(api.post("/spotkania/m/usuniecie")), "/spotkania?zrobiono=removed");
    api.give("GET", "/meetings/m", meetingJson());
    EXPECT_EQ(api.get("/spotkania/m/dane.json").body, meetingJson());
}

}  // namespace
