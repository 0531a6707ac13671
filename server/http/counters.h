#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace http {

/// What the gate has done since its start, and holds now.
struct GateCounts {
    std::map<int, std::uint64_t> answered{};         ///< by a handler, by status
    std::map<std::string, std::uint64_t> refused{};  ///< by the gate, by the problem's type
    std::uint64_t evicted = 0;                       ///< connections that left to make room
    std::size_t connections = 0;                     ///< open now
    std::size_t held = 0;                            ///< bytes of requests and answers now
};

class Counters {
public:
    void answered(int status) {
        const std::lock_guard lock(mutex_);
        ++counts_.answered[status];
    }
    void refused(const std::string& type) {
        const std::lock_guard lock(mutex_);
        ++counts_.refused[type];
    }
    void evicted() {
        const std::lock_guard lock(mutex_);
        ++counts_.evicted;
    }
    void holds(std::size_t connections) {
        const std::lock_guard lock(mutex_);
        counts_.connections = connections;
    }
    GateCounts counts(std::size_t held) const {
        const std::lock_guard lock(mutex_);
        GateCounts counts = counts_;
        counts.held = held;
        return counts;
    }

private:
    mutable std::mutex mutex_;
    GateCounts counts_{};
};

}  // namespace http
