#include "server/web/desk.h"

#include <gtest/gtest.h>

using namespace web;
using templates::Value;

namespace {

Value document(const char* state, const char* partner, const char* leader) {
    return Value::Map{{"state", state},
                      {"signers", Value::List{Value::Map{{"field", "P1"}, {"state", partner}},
                                              Value::Map{{"field", "Lider"}, {"state", leader}}}}};
}

TEST(DeskBulk, KnowsWhatTheOfficeCanAccept) {
    EXPECT_TRUE(isToAccept(document("partly-signed", "signed", "invited")));
    EXPECT_FALSE(isToAccept(document("partly-signed", "opened", "invited")));
    EXPECT_FALSE(isToAccept(document("signed", "signed", "signed")));
    EXPECT_FALSE(isToAccept(document("voided", "signed", "invited")));
    EXPECT_FALSE(isToAccept(Value::Map{{"state", "issued"}}));
}

TEST(DeskBulk, KnowsWhoIsStillToSign) {
    EXPECT_TRUE(isToSign("issued", "invited"));
    EXPECT_TRUE(isToSign("partly-signed", "opened"));
    EXPECT_FALSE(isToSign("draft", "invited"));
    EXPECT_FALSE(isToSign("sent", "declined"));
}

}  // namespace
