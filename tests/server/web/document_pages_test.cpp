#include <gtest/gtest.h>

#include <set>

#include "server/web/page.h"

TEST(DocumentPages, HaveEachAddressOnce) {
    std::set<std::string> all;
    for (const web::Page& page : web::documentPages())
        EXPECT_TRUE(all.insert(page.method + page.pattern).second) << page.pattern;
}
