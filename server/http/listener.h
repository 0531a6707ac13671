#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/http/descriptor.h"

namespace http {

struct Accepted {
    Descriptor socket{};
    std::string address{};  ///< "192.0.2.7", "2001:db8::1"
};

/// A listening TCP socket of our own making: Poco's sets SO_REUSEPORT, with which a second process takes the same port
/// without a word, and is not closed on exec.
class Listener {
public:
    /// `port` 0: any free one. Throws Error(usage) for an address that is none or not of this machine, Error(busy) for
    /// a port in use.
    Listener(const std::string& address, std::uint16_t port);

    int number() const { return socket_.get(); }
    std::uint16_t port() const { return port_; }
    /// The next connection, non-blocking and closed on exec; nothing where none waits.
    std::optional<Accepted> accept();
    /// Whether the last accept() failed for want of descriptors or memory: the connection still waits.
    bool isExhausted() const { return isExhausted_; }
    void close() { socket_.close(); }

private:
    Descriptor socket_{};
    std::uint16_t port_ = 0;
    bool isExhausted_ = false;
};

}  // namespace http
