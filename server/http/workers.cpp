#include "server/http/workers.h"

#include <algorithm>

namespace http {
namespace {

constexpr std::size_t kFewest = 3;

std::size_t threadsOf(const GateSettings& settings) { return std::max(settings.workers, kFewest); }

}  // namespace

Lane laneOf(const Head& head, std::size_t bodySize, const GateSettings& settings) {
    const auto isUnder = [&head](const std::vector<std::string>& paths) {
        return std::any_of(paths.begin(), paths.end(), [&](const auto& path) { return head.path.starts_with(path); });
    };
    if (bodySize > settings.smallBody || isUnder(settings.heavyPaths)) return Lane::heavy;
    return isUnder(settings.probes) ? Lane::probe : Lane::light;
}

Workers::Workers(const GateSettings& settings, std::function<void(Peer&)> work, std::function<void()> ready)
    : work_(std::move(work)),
      ready_(std::move(ready)),
      count_(threadsOf(settings)),
      queues_{Queue{settings.lightQueue, count_, 0, {}}, Queue{settings.lightQueue, count_ - 1, 0, {}},
              Queue{settings.heavyQueue, count_ / 2, 0, {}}} {
    for (std::size_t i = 0; i < count_; ++i) threads_.emplace_back([this] { run(); });
}

Workers::~Workers() {
    const std::lock_guard lock(mutex_);
    isStopping_ = true;
    wake_.notify_all();
}

bool Workers::offer(Job job, Lane lane) {
    const std::lock_guard lock(mutex_);
    Queue& queue = queues_.at(static_cast<std::size_t>(lane));
    if (queue.waiting.size() >= queue.longest) return false;
    queue.waiting.push_back(std::move(job));
    wake_.notify_one();
    return true;
}

bool Workers::cancel(const Peer& peer) {
    const std::lock_guard lock(mutex_);
    const auto isIt = [&peer](const Job& job) { return job.get() == &peer; };
    return std::any_of(queues_.begin(), queues_.end(),
                       [&](Queue& queue) { return std::erase_if(queue.waiting, isIt) > 0; });
}

std::vector<Workers::Job> Workers::finished() {
    const std::lock_guard lock(mutex_);
    return std::exchange(finished_, {});
}

/// Probes first; then a large request where none runs, so that neither kind starves the other; then the small ones.
Workers::Queue* Workers::next() {
    auto& [probe, light, heavy] = queues_;
    const bool leavesOne = light.busy + heavy.busy + 1 < count_;
    if (probe.isReady()) return &probe;
    if (!leavesOne) return nullptr;
    if (heavy.isReady() && heavy.busy == 0) return &heavy;
    if (light.isReady()) return &light;
    return heavy.isReady() ? &heavy : nullptr;
}

void Workers::run() {
    for (std::unique_lock lock(mutex_);;) {
        Queue* queue = nullptr;
        wake_.wait(lock, [&] { return isStopping_ || (queue = next()) != nullptr; });
        if (isStopping_) return;
        Job job = std::move(queue->waiting.front());
        queue->waiting.pop_front();
        ++queue->busy;
        lock.unlock();
        work_(*job);
        lock.lock();
        finished_.push_back(std::move(job));
        --queue->busy;
        ready_();
        wake_.notify_one();
    }
}

}  // namespace http
