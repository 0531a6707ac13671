#include "base/system_reason.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace base {
namespace {

TEST(SystemReason, TellsAFullDiskFromAFailingOne) {
    EXPECT_EQ(systemReason(ENOSPC), "brak miejsca na dysku");
    EXPECT_EQ(systemReason(EIO), "błąd urządzenia");
    EXPECT_EQ(systemReason(EACCES), systemReason(EPERM));
}

TEST(SystemReason, NamesARareFailureByItsNumber) { EXPECT_EQ(systemReason(99999), "błąd systemu nr 99999"); }

}  // namespace
}  // namespace base
