#pragma once

namespace http {

/// How browsers reach the service.
enum class Transport {
    plain,
    tls,  ///< a front proxy ends it; browsers are told to stay with it (RFC 6797)
};

}  // namespace http
