#include "server/workflow/rate_limit.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "tests/support/samples.h"

namespace workflow {
namespace {

using std::chrono::seconds;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

TEST(RateLimit, AllowsSoManyAttemptsInAWindow) {
    RateLimit limit({3, seconds(60), 10});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(limit.take("a", kNow + seconds(i)), std::nullopt);
    EXPECT_EQ(limit.take("a", kNow + seconds(20)), seconds(40));
    EXPECT_EQ(limit.take("a", kNow + seconds(59)), seconds(1));
    EXPECT_EQ(limit.take("b", kNow + seconds(59)), std::nullopt);
    EXPECT_EQ(limit.take("a", kNow + seconds(60)), std::nullopt);
}

TEST(RateLimit, TakesBackAndForgets) {
    RateLimit limit({1, seconds(60), 10});
    EXPECT_EQ(limit.take("a", kNow), std::nullopt);
    limit.giveBack("a");
    EXPECT_EQ(limit.take("a", kNow), std::nullopt);
    EXPECT_NE(limit.take("a", kNow), std::nullopt);
    limit.forget("a");
    EXPECT_EQ(limit.take("a", kNow), std::nullopt);
    limit.giveBack("nobody");
    limit.forget("nobody");
    EXPECT_EQ(limit.keyCount(), 1U);
}

TEST(RateLimit, RemembersSoManyKeysAndNoMore) {
    RateLimit limit({1, seconds(60), 100});
    for (int i = 0; i < 10'000; ++i) limit.take(std::to_string(i), kNow);
    EXPECT_EQ(limit.keyCount(), 100U);
    EXPECT_EQ(limit.take("new", kNow + seconds(61)), std::nullopt);  // the others' windows are over
    EXPECT_EQ(limit.keyCount(), 1U);
}

TEST(RateLimit, DoesNotLockOutForLongerWhenTheClockIsSetBack) {
    RateLimit limit({1, seconds(60), 10});
    limit.take("a", kNow);
    EXPECT_EQ(limit.take("a", kNow - std::chrono::hours(24)), std::nullopt);
}

TEST(RateLimit, CountsTheAttemptsOfManyThreadsTogether) {
    RateLimit limit({10, seconds(60), 10});
    std::atomic<int> allowed = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 100; ++j) allowed += limit.take("a", kNow) ? 0 : 1;
            });
    }
    EXPECT_EQ(allowed, 10);
}

TEST(NetworkOf, KeepsIpv4AndTheFirstHalfOfIpv6) {
    EXPECT_EQ(networkOf("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:2:ffff::9"));
    EXPECT_NE(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:3::1"));
    EXPECT_NE(networkOf("::ffff:192.0.2.7"), networkOf("::ffff:192.0.2.8"));
    EXPECT_EQ(networkOf("unix"), "unix");
}

TEST(RefuseIf, SaysHowLongToWait) {
    EXPECT_NO_THROW(refuseIf(std::nullopt));
    try {
        refuseIf(seconds(37));
        FAIL();
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), base::ErrorCode::tooMany);
        EXPECT_EQ(error.message().values.back(), "37");
    }
}

}  // namespace
}  // namespace workflow
