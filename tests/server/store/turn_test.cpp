#include "server/store/turn.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <vector>

namespace store {
namespace {

TEST(Turn, IsOneThreadsAtATime) {
    Turn turn;
    int inside = 0, most = 0, total = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&] {
                for (int round = 0; round < 2000; ++round) {
                    const std::lock_guard lock(turn);
                    most = std::max(most, ++inside);
                    ++total;
                    --inside;
                }
            });
    }
    EXPECT_EQ(most, 1);
    EXPECT_EQ(total, 16000);
}

TEST(Turn, IsGivenOnceMoreToWhoHasIt) {
    Turn turn;
    std::atomic<bool> isIn = false;
    std::jthread other;
    {
        const std::lock_guard outer(turn);
        {
            const std::lock_guard inner(turn);
        }
        other = std::jthread([&] {
            const std::lock_guard lock(turn);
            isIn = true;
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        EXPECT_FALSE(isIn);  // the outer one still has it
    }
    other.join();
    EXPECT_TRUE(isIn);
}

TEST(Turn, GoesInTheOrderOfAsking) {
    Turn turn;
    std::vector<int> order;
    std::vector<std::jthread> threads;
    turn.lock();
    for (int i = 0; i < 5; ++i) {
        threads.emplace_back([&, i] {
            const std::lock_guard lock(turn);
            order.push_back(i);
        });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    turn.unlock();
    const std::lock_guard again(turn);  // behind all of them, though this thread had it a moment ago
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
}

TEST(Turn, IsNotKeptByWhoComesAgainAndAgain) {
    Turn turn;
    std::atomic<bool> isIn = false;
    turn.lock();
    std::jthread other([&] {
        const std::lock_guard lock(turn);
        isIn = true;
    });
    for (int round = 0; round < 1000 && !isIn; ++round) {
        std::this_thread::sleep_for(Turn::kPatience);
        turn.unlock();
        turn.lock();
    }
    turn.unlock();
    EXPECT_TRUE(isIn);
}

}  // namespace
}  // namespace store
