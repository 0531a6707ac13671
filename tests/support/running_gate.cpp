#include "tests/support/running_gate.h"

namespace support {

RunningGate::RunningGate(http::GateSettings settings, http::Handler handler, RequestLines::Heard heard)
    : lines_(std::move(heard)), gate_(onFreePort(std::move(settings)), std::move(handler), lines_), loop_([this] {
          gate_.run();
          hasEnded_ = true;
      }) {}

RunningGate::~RunningGate() { gate_.stop(); }

std::uint16_t RunningGate::port() const { return gate_.port(); }

void RunningGate::stop() { gate_.stop(); }

bool RunningGate::hasEnded() const { return hasEnded_; }

http::GateCounts RunningGate::counts() const { return gate_.counts(); }

const RequestLines& RunningGate::lines() const { return lines_; }

std::string RunningGate::host() const { return "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n"; }

std::string RunningGate::answer(const std::string& bytes) const {
    RawClient client(port());
    client.say(bytes);
    return client.hear();
}

std::string RunningGate::get(const std::string& path) const {
    return answer("GET " + path + " HTTP/1.1\r\n" + host() + "\r\n");
}

http::GateSettings RunningGate::onFreePort(http::GateSettings settings) {
    settings.port = 0;
    return settings;
}

}  // namespace support
