#include "server/web/page.h"

#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

namespace web {
namespace {

TEST(AfterChange, LeadsOnOrThrowsTheRefusal) {
    EXPECT_EQ(afterChange({204, {}, {}}, "/konta").status, 303);
    EXPECT_THROW(afterChange({409, {}, {}}, "/konta"), Refused);
}

TEST(AddWaysBack, LeadFromEveryFormsAddressToTheNearestPageAboveIt) {
    const support::DeskApi api;
    const auto led = [&](const char* path) { return support::locationOf(api.get(path)); };
    EXPECT_EQ(led("/spotkania/m%C4%85/wydanie"), "/spotkania/m%C4%85");
    EXPECT_EQ(led("/spotkania/m/zdjecia/p/usuniecie?x=y"), "/spotkania/m/zdjecia/p");
    EXPECT_EQ(led("/spotkania/plik"), "/spotkania");
    EXPECT_EQ(led("/dokumenty/D/anulowanie"), "/dokumenty/D");
    EXPECT_EQ(led("/dokumenty/D/podpisujacy/S/link/wycofanie"), "/dokumenty/D");
    EXPECT_EQ(led("/dokumenty/D/pliki/U/przyjecie"), "/dokumenty/D");
    EXPECT_EQ(led("/archiwum/sprawdzenia"), "/archiwum");
    EXPECT_EQ(led("/konta/U/haslo"), "/konta/U");
    EXPECT_EQ(led("/konto/klucze/T"), "/konto");
    EXPECT_EQ(led("/podpis/S/odmowa"), "/podpis/S");
    EXPECT_EQ(led("/wylogowanie"), "/");
}

TEST(AddWaysBack, LeaveThePagesThatThereAre) {
    const auto show = [](const Visit&) { return http::Response{}; };
    std::vector<Page> pages{{"GET", "/a/{id}", show}, {"POST", "/a/{name}", show}, {"POST", "/a/b", show}};
    addWaysBack(pages);
    ASSERT_EQ(pages.size(), 4U);
    EXPECT_EQ(pages.front().pattern, "/a/b");  // before the name that it would be taken for
    EXPECT_EQ(pages.front().method, "GET");
}

}  // namespace
}  // namespace web
