#pragma once

#include <mutex>
#include <vector>

#include "server/http/request_log.h"

namespace support {

/// A log in memory.
class RequestLines final : public http::RequestLog {
public:
    void write(const http::RequestLine& line) noexcept override {
        const std::lock_guard lock(mutex_);
        lines_.push_back(line);
    }
    std::vector<http::RequestLine> all() const {
        const std::lock_guard lock(mutex_);
        return lines_;
    }

private:
    mutable std::mutex mutex_;
    std::vector<http::RequestLine> lines_{};
};

}  // namespace support
