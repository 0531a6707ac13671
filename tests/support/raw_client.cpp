#include "tests/support/raw_client.h"

namespace support {

RawClient::RawClient(std::uint16_t port, const char* from) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const sockaddr_in local = address(from, 0);
    const sockaddr_in server = address("127.0.0.1", port);
    ::bind(socket_.get(), reinterpret_cast<const sockaddr*>(&local), sizeof local);
    isConnected_ = ::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&server), sizeof server) == 0;
}

bool RawClient::isConnected() const { return isConnected_; }

int RawClient::number() const { return socket_.get(); }

bool RawClient::say(std::string_view bytes) const {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::endSaying() const { ::shutdown(socket_.get(), SHUT_WR); }

std::string RawClient::hear(std::chrono::milliseconds patience) {
    while (hearSome(patience)) {
    }
    return heard_;
}

bool RawClient::hears(std::string_view text) {
    while (heard_.find(text) == heard_.npos)
        if (!hearSome(std::chrono::seconds(10))) return false;
    return true;
}

bool RawClient::isClosed() const { return isClosed_; }

sockaddr_in RawClient::address(const char* text, std::uint16_t port) {
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    ::inet_pton(AF_INET, text, &result.sin_addr);
    return result;
}

bool RawClient::hearSome(std::chrono::milliseconds patience) {
    pollfd waiting{socket_.get(), POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
    std::array<char, 16384> buffer{};
    const ssize_t size = ::recv(socket_.get(), buffer.data(), buffer.size(), 0);
    isClosed_ = size <= 0;
    if (size > 0) heard_.append(buffer.data(), static_cast<std::size_t>(size));
    return size > 0;
}

}  // namespace support
