#pragma once

#include <semaphore>
#include <string>
#include <thread>

#include "tests/support/running_gate.h"

/// What tests of a gate under load share.
namespace support {

/// "/wait" waits until it is let go; all else answers at once.
struct Held {
    std::counting_semaphore<1000> begun{0};
    std::counting_semaphore<1000> let{0};

    http::Response operator()(const http::Request& request) {
        if (request.path == "/wait") {
            begun.release();
            let.acquire();
        }
        return http::json(200, std::to_string(request.body.size()));
    }
    http::Handler handler() {
        return [this](const http::Request& request) { return (*this)(request); };
    }
};

inline http::GateSettings small() {
    using namespace std::chrono_literals;
    http::GateSettings settings;
    settings.workers = 3;
    settings.lightQueue = 2;
    settings.heavyQueue = 1;
    settings.smallBody = 1000;
    settings.headTime = 5s;
    settings.bodyTime = 5s;
    settings.queueTime = 5s;
    settings.lingerTime = 200ms;
    settings.drainTime = 500ms;
    return settings;
}

/// Until it holds, at most some seconds.
template <class Condition>
bool comes(Condition condition) {
    for (int i = 0; i < 500 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    return condition();
}

inline std::string wait(const RunningGate& gate) { return "GET /wait HTTP/1.1\r\n" + gate.host() + "\r\n"; }
inline std::string post(const RunningGate& gate, std::size_t size) {
    return "POST / HTTP/1.1\r\n" + gate.host() + "Content-Length: " + std::to_string(size) + "\r\n\r\n";
}

}  // namespace support
