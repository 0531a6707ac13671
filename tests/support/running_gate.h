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
    RunningGate(http::GateSettings settings, http::Handler handler, RequestLines::Heard heard = {})
        : lines_(std::move(heard)), gate_(onFreePort(std::move(settings)), std::move(handler), lines_), loop_([this] {
              gate_.run();
              hasEnded_ = true;
          }) {}
    ~RunningGate() { gate_.stop(); }

    std::uint16_t port() const { return gate_.port(); }
    void stop() { gate_.stop(); }
    bool hasEnded() const { return hasEnded_; }
    http::GateCounts counts() const { return gate_.counts(); }
    const RequestLines& lines() const { return lines_; }

    /// "Host: 127.0.0.1:PORT\r\n".
    std::string host() const { return "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n"; }
    /// The whole answer to these bytes.
    std::string answer(const std::string& bytes) const {
        RawClient client(port());
        client.say(bytes);
        return client.hear();
    }
    std::string get(const std::string& path) const { return answer("GET " + path + " HTTP/1.1\r\n" + host() + "\r\n"); }

private:
    static http::GateSettings onFreePort(http::GateSettings settings) {
        settings.port = 0;
        return settings;
    }

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
