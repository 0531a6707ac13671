#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>

namespace store {

/// Whose turn it is at the one connection: in the order of asking, so that nobody waits while others come again and
/// again. The thread whose turn it is may ask once more (a transaction's own calls).
class Turn {
public:
    void lock() {
        std::unique_lock lock(mutex_);
        const auto me = std::this_thread::get_id();
        if (owner_ == me || owner_ == std::thread::id()) {
            owner_ = me;
            ++depth_;
            return;
        }
        std::condition_variable called;
        waiting_.push_back({me, &called});
        called.wait(lock, [&] { return owner_ == me; });
    }

    void unlock() {
        const std::lock_guard lock(mutex_);
        if (--depth_ > 0) return;
        owner_ = {};
        if (waiting_.empty()) return;
        owner_ = waiting_.front().thread;
        depth_ = 1;
        waiting_.front().called->notify_one();
        waiting_.pop_front();
    }

private:
    struct Waiting {
        std::thread::id thread{};
        std::condition_variable* called = nullptr;
    };
    std::mutex mutex_{};
    std::thread::id owner_{};
    std::size_t depth_ = 0;
    std::deque<Waiting> waiting_{};
};

}  // namespace store
