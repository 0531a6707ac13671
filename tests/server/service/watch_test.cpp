#include "server/service/watch.h"

#include <gtest/gtest.h>

#include <atomic>

namespace service {
namespace {

TEST(Watch, LooksAgainAndAgainUntilItEnds) {
    std::atomic<int> looks = 0;
    {
        const Watch watch(std::chrono::milliseconds(1), [&] { ++looks; });
        while (looks < 3) std::this_thread::yield();
    }
    const int then = looks;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(looks, then);
}

TEST(Watch, EndsAtOnce) {
    const Watch watch(std::chrono::hours(1), [] { FAIL(); });
}

}  // namespace
}  // namespace service
