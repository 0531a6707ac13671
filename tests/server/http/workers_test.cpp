#include "server/http/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <semaphore>

namespace http {
namespace {

using PeerPointer = Workers::Job;

PeerPointer some() { return std::make_shared<Peer>(Descriptor(), "192.0.2.1", Time()); }

GateSettings small() {
    GateSettings settings;
    settings.workers = 4;
    settings.lightQueue = 10;
    settings.heavyQueue = 2;
    return settings;
}

/// Workers whose work lasts until it is let go.
struct Held {
    std::counting_semaphore<100> begun{0};
    std::counting_semaphore<100> let{0};
    std::counting_semaphore<100> ready{0};
    Workers workers;

    explicit Held(const GateSettings& settings)
        : workers(
              settings,
              [this](Peer&) {
                  begun.release();
                  let.acquire();
              },
              [this] { ready.release(); }) {}
    ~Held() { let.release(50); }
    bool begins() { return begun.try_acquire_for(std::chrono::seconds(5)); }
    bool staysWaiting() { return !begun.try_acquire_for(std::chrono::milliseconds(50)); }
};

TEST(Workers, HandBackWhatTheyFinished) {
    Held held(small());
    const PeerPointer peer = some();
    EXPECT_TRUE(held.workers.offer(peer, Lane::light));
    held.let.release();
    held.ready.acquire();
    EXPECT_EQ(held.workers.finished(), std::vector<Workers::Job>{peer});
    EXPECT_TRUE(held.workers.finished().empty());
}

TEST(Workers, LeaveThreadsForLighterRequests) {
    Held held(small());
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(held.workers.offer(some(), Lane::heavy)) << i;
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(held.begins());
    EXPECT_TRUE(held.workers.offer(some(), Lane::heavy));
    EXPECT_TRUE(held.staysWaiting());  // half of four
    EXPECT_TRUE(held.workers.offer(some(), Lane::light));
    EXPECT_TRUE(held.begins());
    EXPECT_TRUE(held.workers.offer(some(), Lane::light));
    EXPECT_TRUE(held.staysWaiting());  // the last one is for probes
    EXPECT_TRUE(held.workers.offer(some(), Lane::probe));
    EXPECT_TRUE(held.begins());
}

TEST(Workers, RefuseWhatTheirQueuesDoNotHold) {
    Held held(small());
    for (int i = 0; i < 2; ++i) held.workers.offer(some(), Lane::heavy);
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(held.begins());
    EXPECT_TRUE(held.workers.offer(some(), Lane::heavy));
    EXPECT_TRUE(held.workers.offer(some(), Lane::heavy));
    EXPECT_FALSE(held.workers.offer(some(), Lane::heavy));
    EXPECT_TRUE(held.workers.offer(some(), Lane::light));
}

TEST(Workers, CancelWhatStillWaits) {
    Held held(small());
    std::vector<PeerPointer> running{some(), some()};
    for (const PeerPointer& each : running) held.workers.offer(each, Lane::heavy);
    for (int i = 0; i < 2; ++i) ASSERT_TRUE(held.begins());
    const PeerPointer waiting = some();
    held.workers.offer(waiting, Lane::heavy);
    EXPECT_TRUE(held.workers.cancel(*waiting));
    EXPECT_FALSE(held.workers.cancel(*waiting));
    EXPECT_FALSE(held.workers.cancel(*running[0]));
}

TEST(Workers, KnowTheLaneByBodyAndPath) {
    GateSettings settings;
    Head head;
    head.path = "/api/v1/meetings";
    EXPECT_EQ(laneOf(head, 0, settings), Lane::light);
    EXPECT_EQ(laneOf(head, settings.smallBody + 1, settings), Lane::heavy);
    head.path = "/api/v1/verify";
    EXPECT_EQ(laneOf(head, 0, settings), Lane::heavy);
    head.path = "/health/live";
    EXPECT_EQ(laneOf(head, 0, settings), Lane::probe);
    EXPECT_EQ(laneOf(head, settings.smallBody + 1, settings), Lane::heavy);
    head.path = "/metrics";
    EXPECT_EQ(laneOf(head, 0, settings), Lane::probe);
}

}  // namespace
}  // namespace http
