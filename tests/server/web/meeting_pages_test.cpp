#include <gtest/gtest.h>

#include <set>

#include "server/web/page.h"

TEST(MeetingPages, HaveEachAddressOnceAndAWayBackFromEveryButton) {
    std::set<std::string> all;
    for (const web::Page& page : web::meetingPages())
        EXPECT_TRUE(all.insert(page.method + page.pattern).second) << page.pattern;
    for (const web::Page& page : web::meetingPages())
        if (page.method == "POST" && page.pattern.find('{') != std::string::npos) {
            EXPECT_EQ(all.count("GET" + page.pattern), 1u) << page.pattern;
        }
}
