#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

TEST(DocumentListPages, FilterByMeetingAndState) {
    DeskApi api;
    api.give("GET", "/meetings?limit=200", listOf(R"({"id":"m","team":"Zespół","participants":1})"));
    api.give("GET", "/documents?limit=50&meeting=m&state=signed",
             R"({"data":[)" + documentJson("D", "signed", "signed", "signed") + R"(],"pagination":{"next":"D"}})");
    const auto page = api.get("/dokumenty?spotkanie=m&stan=signed");
    EXPECT_TRUE(shows(page, R"(<a href="/dokumenty/D">Deklaracja przystąpienia: Szkoła</a>)"));
    EXPECT_TRUE(shows(page, "2\u00a0z\u00a02") || shows(page, "2 z\u00a02") || shows(page, "2 z 2"));
    EXPECT_TRUE(shows(page, "/dokumenty?spotkanie=m&amp;stan=signed&amp;po=D"));
    EXPECT_TRUE(shows(page, R"(<option value="m" selected>)"));
}

TEST(DocumentListPages, SayWhenThereIsNothing) {
    DeskApi api;
    api.give("GET", "/meetings?limit=200", listOf(""));
    api.give("GET", "/documents?limit=50", listOf(""));
    EXPECT_TRUE(shows(api.get("/dokumenty"), "Nie ma jeszcze dokumentów"));
}

}  // namespace
