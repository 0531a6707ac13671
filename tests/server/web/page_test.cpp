#include "server/web/page.h"

#include <gtest/gtest.h>

namespace web {
namespace {

TEST(AfterChange, LeadsOnOrThrowsTheRefusal) {
    EXPECT_EQ(afterChange({204, {}, {}}, "/konta").status, 303);
    EXPECT_THROW(afterChange({409, {}, {}}, "/konta"), Refused);
}

}  // namespace
}  // namespace web
