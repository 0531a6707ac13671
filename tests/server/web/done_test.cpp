#include "server/web/done.h"

#include <gtest/gtest.h>

#include "tests/support/desk_api.h"

namespace web {
namespace {

TEST(Done, IsSaidOnThePageThatAChangeLeadsTo) {
    EXPECT_EQ(doneAt("/a", "issued", 13), "/a?zrobiono=issued&n=13");
    EXPECT_EQ(doneAt("/a?b=c", "saved"), "/a?b=c&zrobiono=saved");
    support::DeskApi api;
    api.give("GET", "/meetings?limit=200", support::listOf(""));
    EXPECT_TRUE(support::shows(api.get("/?zrobiono=issued&n=13"), "Wydano dokumenty: 13."));
    EXPECT_TRUE(support::shows(api.get("/?zrobiono=issued&n=%3Cb%3E"), "Wydano dokumenty: 1."));
    EXPECT_TRUE(support::shows(api.get("/?zrobiono=token"), "Unieważniono."));
    EXPECT_FALSE(support::shows(api.get("/?zrobiono=x"), "notice good"));
}

}  // namespace
}  // namespace web
