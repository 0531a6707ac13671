#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "server/http/gate.h"
#include "tests/support/raw_client.h"
#include "tests/support/request_lines.h"

namespace support {

/// A gate on a free port, its loop on a thread; drained and joined in the end.
class RunningGate {
public:
    RunningGate(http::GateSettings settings, http::Handler handler, RequestLines::Heard heard = {});
    ~RunningGate();

    std::uint16_t port() const;
    void stop();
    bool hasEnded() const;
    http::GateCounts counts() const;
    const RequestLines& lines() const;

    /// "Host: 127.0.0.1:PORT\r\n".
    std::string host() const;
    /// The whole answer to these bytes.
    std::string answer(const std::string& bytes) const;
    std::string get(const std::string& path) const;

private:
    static http::GateSettings onFreePort(http::GateSettings settings);

    RequestLines lines_;
    http::Gate gate_;
    std::atomic<bool> hasEnded_ = false;
    std::jthread loop_;
};

/// "200" of an answer; empty where none came.
inline std::string statusOf(const std::string& answer) {
    return answer.starts_with("HTTP/1.1 ") ? answer.substr(9, 3) : std::string();
}

}  // namespace support
