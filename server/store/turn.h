#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <list>
#include <mutex>
#include <thread>

namespace store {

/// Whose turn it is at the one connection. Whoever comes while it is free takes it: a thread that is running goes on,
/// which costs nothing. But who has waited for kPatience gets the next turn, in the order of asking, so that nobody
/// waits while others come again and again. The thread whose turn it is may ask once more (a transaction's own calls).
class Turn {
public:
    static constexpr std::chrono::microseconds kPatience{1000};

    void lock() {
        std::unique_lock lock(mutex_);
        if (owner_ != std::this_thread::get_id() && owner_ != std::thread::id()) return wait(lock);
        owner_ = std::this_thread::get_id();
        ++depth_;
    }

    void unlock() {
        const std::lock_guard lock(mutex_);
        if (--depth_ > 0) return;
        owner_ = {};
        if (waiting_.empty()) return;
        Waiting& first = waiting_.front();
        if (std::chrono::steady_clock::now() - first.since >= kPatience) owner_ = first.thread;
        first.called.notify_one();
    }

private:
    struct Waiting {
        std::thread::id thread{};
        std::chrono::steady_clock::time_point since{};
        std::condition_variable called{};
    };

    void wait(std::unique_lock<std::mutex>& lock) {
        const auto me = std::this_thread::get_id();
        const auto place = waiting_.emplace(waiting_.end());
        place->thread = me;
        place->since = std::chrono::steady_clock::now();
        place->called.wait(lock, [&] { return owner_ == me || owner_ == std::thread::id(); });
        waiting_.erase(place);
        owner_ = me;
        depth_ = 1;
    }

    std::mutex mutex_{};
    std::thread::id owner_{};
    std::size_t depth_ = 0;
    std::list<Waiting> waiting_{};
};

}  // namespace store
