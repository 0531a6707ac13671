#pragma once

#include <stdexcept>
#include <string>

#include "tests/support/running_gate.h"

/// What tests of a gate's single requests share.
namespace support {

/// Says what it has understood; "/throw" throws.
inline http::Response echo(const http::Request& request) {
    if (request.path == "/throw") throw std::runtime_error("secret");
    http::Response response =
        http::json(200, request.method + ' ' + request.path + ' ' + std::to_string(request.body.size()) + ' ' +
                            std::string(request.body.substr(0, 20)));
    response.route = "/{all}";
    return response;
}

inline http::GateSettings quick() {
    using namespace std::chrono_literals;
    http::GateSettings settings;
    settings.workers = 4;
    settings.headTime = 1s;
    settings.bodyTime = 1s;
    settings.lingerTime = 1s;
    settings.drainTime = 1000ms;
    settings.bodyLimit = 200'000;
    return settings;
}

inline std::string bodyOf(const std::string& answer) {
    const auto end = answer.find("\r\n\r\n");
    return end == answer.npos ? std::string() : answer.substr(end + 4);
}

}  // namespace support
