#include "server/workflow/rate_limit.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "tests/support/memory_accounts.h"
#include "tests/support/samples.h"
#include "tests/support/stored_rows.h"

namespace workflow {
namespace {

using std::chrono::seconds;

const base::Instant kNow = *base::parseInstant("2026-11-25T12:00:00Z");

struct RateLimitTest : testing::Test, support::StoredRows {
    RateLimit limit(int attempts, std::size_t mostKeys = 10) {
        return {rows, "login", {attempts, seconds(60), mostKeys}};
    }
};

TEST_F(RateLimitTest, AllowsSoManyAttemptsInAWindow) {
    RateLimit three = limit(3);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(three.take("a", kNow + seconds(i)), std::nullopt);
    EXPECT_EQ(three.take("a", kNow + seconds(20)), seconds(40));
    EXPECT_EQ(three.take("a", kNow + seconds(59)), seconds(1));
    EXPECT_EQ(three.take("b", kNow + seconds(59)), std::nullopt);
    EXPECT_EQ(three.take("a", kNow + seconds(60)), std::nullopt);
}

TEST_F(RateLimitTest, IsNotForgottenByARestartAndCountsEachThingForItself) {
    EXPECT_EQ(limit(1).take("a", kNow), std::nullopt);
    EXPECT_EQ(limit(1).take("a", kNow), seconds(60));
    EXPECT_EQ(RateLimit(rows, "link", {1, seconds(60), 10}).take("a", kNow), std::nullopt);
}

TEST_F(RateLimitTest, TakesBackAndForgets) {
    RateLimit one = limit(1);
    EXPECT_EQ(one.take("a", kNow), std::nullopt);
    one.giveBack("a", kNow);
    EXPECT_EQ(one.take("a", kNow), std::nullopt);
    EXPECT_NE(one.take("a", kNow), std::nullopt);
    one.forget("a");
    EXPECT_EQ(one.take("a", kNow), std::nullopt);
    one.giveBack("nobody", kNow);
    one.forget("nobody");
}

TEST_F(RateLimitTest, RemembersTheLastSoManyKeys) {
    RateLimit one = limit(1, 5);
    for (int i = 0; i < 20; ++i) one.take(std::to_string(i), kNow + seconds(i));
    for (int i = 15; i < 20; ++i) EXPECT_NE(one.take(std::to_string(i), kNow + seconds(20)), std::nullopt) << i;
    EXPECT_EQ(one.take("14", kNow + seconds(20)), std::nullopt);
}

TEST_F(RateLimitTest, DoesNotLockOutForLongerWhenTheClockIsSetBack) {
    RateLimit one = limit(1);
    one.take("a", kNow);
    EXPECT_EQ(one.take("a", kNow - std::chrono::hours(24)), std::nullopt);
}

TEST_F(RateLimitTest, CountsTheAttemptsOfManyThreadsTogether) {
    RateLimit ten = limit(10);
    std::atomic<int> allowed = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int j = 0; j < 20; ++j) allowed += ten.take("a", kNow) ? 0 : 1;
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
