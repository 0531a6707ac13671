#include "base/json_text.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(JsonText, EscapesOnlyWhatItMust) {  // RFC 8259 section 7
    EXPECT_EQ(quoted("„Łódź” /\"\\\n\x01"), "\"„Łódź” /\\\"\\\\\\u000a\\u0001\"");
}

}  // namespace
}  // namespace base
