#include "server/service/watch.h"

namespace service {

Watch::Watch(std::chrono::milliseconds pause, std::function<void()> look)
    : pause_(pause), look_(std::move(look)), thread_([this] { run(); }) {}

Watch::~Watch() {
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    end_.notify_one();
    thread_.join();
}

void Watch::run() {
    std::unique_lock lock(mutex_);
    while (!end_.wait_for(lock, pause_, [this] { return isEnding_; })) {
        lock.unlock();
        look_();
        lock.lock();
    }
}

}  // namespace service
