#include "server/web/desk.h"

#include <gtest/gtest.h>

using namespace web;

namespace {

TEST(DeskBulk, KnowsWhoIsStillToSign) {
    EXPECT_TRUE(isToSign("issued", "invited"));
    EXPECT_TRUE(isToSign("partly-signed", "opened"));
    EXPECT_FALSE(isToSign("draft", "invited"));
    EXPECT_FALSE(isToSign("sent", "declined"));
}

}  // namespace
