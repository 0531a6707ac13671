#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "base/message.h"
#include "server/http/request_log.h"
#include "server/workflow/ports.h"

namespace service {

/// The service's log: a line of JSON for each request and for what the service itself has to say. A thread of its own
/// writes, so that nobody waits for a disk; where that cannot keep up, lines are left out and a line says how many.
class LogWriter final : public http::RequestLog {
public:
    /// Appends to the file (mode 0600 where it is made), or to standard error where the path is empty. Throws
    /// Error(cannotWrite).
    LogWriter(const std::filesystem::path& file, workflow::Clock now);
    /// What was said is written first.
    ~LogWriter() override;
    LogWriter(const LogWriter&) = delete;
    LogWriter& operator=(const LogWriter&) = delete;

    void write(const http::RequestLine& line) noexcept override;
    /// What the service has to say: no personal data, no secret.
    void tell(const base::Message& message) noexcept;

private:
    void add(std::string line) noexcept;
    void run();
    void put(std::string_view text) const noexcept;

    int descriptor_ = -1;
    workflow::Clock now_;
    std::mutex mutex_{};
    std::condition_variable wake_{};
    std::deque<std::string> lines_{};
    std::atomic<std::size_t> leftOut_ = 0;
    bool isEnding_ = false;
    std::thread thread_;
};

}  // namespace service
