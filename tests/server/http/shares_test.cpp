#include "server/http/shares.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace http {
namespace {

const ShareLimits kLimits{100, 60, 2};

TEST(Shares, OfIpv6AreNetworks) {
    EXPECT_EQ(shareOf("192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(shareOf("2001:db8:1:2::1"), shareOf("2001:db8:1:2:ffff::"));
    EXPECT_NE(shareOf("2001:db8:1:2::1"), shareOf("2001:db8:1:3::1"));
    EXPECT_EQ(shareOf("?"), "?");
}

TEST(Shares, AreFullAtTheirOwnLimitAndAtTheCommonOne) {
    Shares shares(kLimits);
    shares.enter("a");
    shares.enter("b");
    shares.change("a", 0, 60);
    EXPECT_FALSE(shares.isFull("a"));
    shares.change("a", 60, 61);
    EXPECT_TRUE(shares.isFull("a"));
    EXPECT_FALSE(shares.isFull("b"));
    shares.change("b", 0, 40);
    EXPECT_TRUE(shares.isFull("b"));  // 101 in all
    EXPECT_TRUE(shares.isShareFull("a"));
    EXPECT_FALSE(shares.isShareFull("b"));
    EXPECT_FALSE(shares.isShareFull("c"));
    shares.leave("a", 61);
    EXPECT_FALSE(shares.isFull("b"));
    EXPECT_EQ(shares.held(), 40U);
}

TEST(Shares, SayWhoHadRoom) {
    Shares shares(kLimits);
    shares.enter("a");
    shares.enter("b");
    EXPECT_TRUE(shares.change("a", 0, 61));  // it may go over, by its last one
    EXPECT_FALSE(shares.change("a", 0, 1));  // its share
    EXPECT_TRUE(shares.change("b", 0, 60));
    EXPECT_FALSE(shares.change("b", 0, 1));  // all
    EXPECT_FALSE(shares.change("a", 62, 0));
    EXPECT_FALSE(shares.change("b", 61, 0));  // it was over its own
    EXPECT_TRUE(shares.change("b", 0, 0));
    EXPECT_EQ(shares.held(), 0U);
}

TEST(Shares, GiveRoomToOneOfManyThreads) {
    Shares shares({10, 1000, 1000});
    shares.enter("a");
    std::atomic<int> hadRoom = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 1000; ++n) hadRoom += shares.change("a", 0, 11) ? 1 : 0;
            });
    }
    EXPECT_EQ(hadRoom, 1);
    EXPECT_EQ(shares.held(), 88'000U);
}

TEST(Shares, KnowWhoCrowds) {
    Shares shares(kLimits);
    EXPECT_EQ(shares.mostCrowded(), "");
    for (int i = 0; i < 2; ++i) shares.enter("a");
    shares.enter("b");
    EXPECT_FALSE(shares.isCrowded("a"));
    shares.enter("a");
    EXPECT_TRUE(shares.isCrowded("a"));
    EXPECT_FALSE(shares.isCrowded("b"));
    EXPECT_FALSE(shares.isCrowded("c"));
    EXPECT_EQ(shares.mostCrowded(), "a");
    for (int i = 0; i < 3; ++i) shares.leave("a", 0);
    EXPECT_EQ(shares.mostCrowded(), "b");
}

}  // namespace
}  // namespace http
