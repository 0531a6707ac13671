#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "server/http/request_log.h"

namespace support {

/// A log in memory.
class RequestLines final : public http::RequestLog {
public:
    using Heard = std::function<void(const http::RequestLine&)>;

    /// `heard` is called with each line; who writes waits for it.
    explicit RequestLines(Heard heard = {}) : heard_(std::move(heard)) {}

    void write(const http::RequestLine& line) noexcept override {
        {
            const std::lock_guard lock(mutex_);
            lines_.push_back(line);
        }
        if (heard_) heard_(line);
    }
    std::vector<http::RequestLine> all() const {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

private:
    const Heard heard_;
    mutable std::mutex mutex_;
    std::vector<http::RequestLine> lines_{};
};

}  // namespace support
