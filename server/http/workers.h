#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/http/gate_settings.h"
#include "server/http/head_check.h"
#include "server/http/peer.h"

namespace http {

/// Which worker a request may take.
enum class Lane : std::size_t {
    probe,  ///< health and metrics: any worker, and before all others
    light,  ///< all but one
    heavy,  ///< a long body, or a path of much work: half of them
};

Lane laneOf(const Head& head, std::size_t bodySize, const GateSettings& settings);

/// A fixed number of threads and a bounded queue a lane. Threads that one lane may not take are there for the others:
/// uploads never keep a page waiting for a thread, nor pages a probe.
class Workers {
public:
    using Job = std::shared_ptr<Peer>;

    /// `work` answers one peer and `ready` says that something is finished; both are called on the threads and must not
    /// throw.
    Workers(const GateSettings& settings, std::function<void(Peer&)> work, std::function<void()> ready);
    /// Lets what runs finish; what waits is dropped.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when the lane's queue is full.
    bool offer(Job job, Lane lane);
    /// True when it was still waiting and is now out of its queue.
    bool cancel(const Peer& peer);
    /// What was finished since the last call.
    std::vector<Job> finished();

private:
    static constexpr std::size_t kLanes = 3;
    struct Queue {
        std::size_t longest = 0;
        std::size_t threads = 0;  ///< at most, at the same time
        std::size_t busy = 0;
        std::deque<Job> waiting{};
        bool isReady() const { return !waiting.empty() && busy < threads; }
    };

    void run();
    Queue* next();

    std::function<void(Peer&)> work_;
    std::function<void()> ready_;
    const std::size_t count_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::array<Queue, kLanes> queues_;
    std::vector<Job> finished_{};
    bool isStopping_ = false;
    std::vector<std::jthread> threads_;  // last: joined before the rest goes
};

}  // namespace http
