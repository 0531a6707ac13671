#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "server/http/descriptor.h"

namespace support {

/// A TCP client that says exactly what a test wants, to 127.0.0.1.
class RawClient {
public:
    /// `from` is the address that it comes from: all of 127.0.0.0/8 is this machine.
    explicit RawClient(std::uint16_t port, const char* from = "127.0.0.1");

    bool isConnected() const;
    int number() const;

    /// False where the server has closed.
    bool say(std::string_view bytes) const;

    void endSaying() const;

    /// All that comes until the server closes, or for want of anything more for `patience`.
    std::string hear(std::chrono::milliseconds patience = std::chrono::seconds(10));

    /// Until `text` has come.
    bool hears(std::string_view text);

    /// Whether the server has closed its side.
    bool isClosed() const;

private:
    static sockaddr_in address(const char* text, std::uint16_t port);

    bool hearSome(std::chrono::milliseconds patience);

    http::Descriptor socket_;
    bool isConnected_ = false;
    bool isClosed_ = false;
    std::string heard_{};
};

}  // namespace support
