#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace service {

/// Does something again and again, on a thread of its own, until it ends.
class Watch {
public:
    Watch(std::chrono::milliseconds pause, std::function<void()> look);
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    void run();

    std::chrono::milliseconds pause_;
    std::function<void()> look_;
    std::mutex mutex_{};
    std::condition_variable end_{};
    bool isEnding_ = false;
    std::thread thread_;
};

}  // namespace service
