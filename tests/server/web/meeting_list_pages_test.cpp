#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

using namespace support;

namespace {

constexpr const char* kTwo =
    R"({"id":"a","title":"Pierwsze","date":"2026-01-01","participants":2,"demonstration":true},)"
    R"({"id":"b","team":"Zespół w Łodzi","date":"2026-02-01","participants":0})";

TEST(MeetingListPages, ShowTheNewestFirstAndLabelSamples) {
    DeskApi api;
    api.give("GET", "/meetings?limit=200", listOf(kTwo));
    const auto page = api.get("/spotkania");
    EXPECT_EQ(page.status, 200);
    EXPECT_LT(page.body.find("/spotkania/b"), page.body.find("/spotkania/a"));
    EXPECT_TRUE(shows(page, "przykład"));
}

TEST(MeetingListPages, FindWithoutCaseAndPolishLetters) {
    DeskApi api;
    api.give("GET", "/meetings?limit=200", listOf(kTwo));
    EXPECT_TRUE(shows(api.get("/spotkania?szukaj=lodz"), "/spotkania/b"));
    EXPECT_FALSE(shows(api.get("/spotkania?szukaj=lodz"), "/spotkania/a"));
    EXPECT_TRUE(shows(api.get("/spotkania?szukaj=nic"), "Brak wyników dla"));
}

TEST(MeetingListPages, SayWhatWaitsOnTheFirstPage) {
    DeskApi api;
    api.give("GET", "/meetings?limit=200", listOf(""));
    api.give(
        "GET", "/uploads?state=waiting&limit=50",
        listOf(
            R"({"document_id":"D","file":"p.pdf","findings":[{"text":"Inna osoba."}],"at":"2026-11-26T10:00:00Z"})"));
    const auto page = api.get("/");
    EXPECT_TRUE(shows(page, "/dokumenty/D#pliki"));
    EXPECT_TRUE(shows(page, "Inna osoba."));
    EXPECT_TRUE(shows(page, "Nie ma jeszcze spotkań"));
}

}  // namespace
