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
    explicit RawClient(std::uint16_t port, const char* from = "127.0.0.1")
        : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const sockaddr_in local = address(from, 0);
        const sockaddr_in server = address("127.0.0.1", port);
        ::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&local), sizeof local);
        isConnected_ = ::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0;
    }

    bool isConnected() const { return isConnected_; }
    int number() const { return socket_.get(); }

    /// False where the server has closed.
    bool say(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    void endSaying() const { ::shutdown(socket_.get(), SHUT_WR); }

    /// All that comes until the server closes, or for want of anything more for `patience`.
    std::string hear(std::chrono::milliseconds patience = std::chrono::seconds(10)) {
        while (hearSome(patience)) {
        }
        return heard_;
    }

    /// Until `text` has come.
    bool hears(std::string_view text) {
        while (heard_.find(text) == heard_.npos)
            if (!hearSome(std::chrono::seconds(10))) return false;
        return true;
    }

    /// Whether the server has closed its side.
    bool isClosed() const { return isClosed_; }

private:
    static sockaddr_in address(const char* text, std::uint16_t port) {
        sockaddr_in result{};
        result.sin_family = AF_INET;
        result.sin_port = htons(port);
        ::inet_pton(AF_INET, text, &result.sin_addr);
        return result;
    }

    bool hearSome(std::chrono::milliseconds patience) {
        pollfd waiting{socket_.get(), POLLIN, 0};
        if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
        std::array<char, 16384> buffer{};
        const ssize_t size = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
        isClosed_ = size <= 0;
        if (size > 0) heard_.append(buffer.data(), static_cast<std::size_t>(size));
        return size > 0;
    }

    http::Descriptor socket_;
    bool isConnected_ = false;
    bool isClosed_ = false;
    std::string heard_{};
};

}  // namespace support
