#include "server/http/request_id.h"

#include <gtest/gtest.h>

#include <set>

namespace http {
namespace {

TEST(RequestId, HasTwentySixSignsAndComesOnce) {
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string id = newRequestId();
        EXPECT_EQ(id.size(), 26U);
        EXPECT_EQ(id.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), id.npos);
        EXPECT_TRUE(seen.insert(id).second);
    }
}

}  // namespace
}  // namespace http
