#include <gtest/gtest.h>

#include <set>

#include "server/web/page.h"

TEST(MeetingPages, HaveEachAddressOnce) {
    std::set<std::string> all;
    for (const web::Page& page : web::meetingPages())
        EXPECT_TRUE(all.insert(page.method + page.pattern).second) << page.pattern;
}
