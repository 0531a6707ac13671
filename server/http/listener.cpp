#include "server/http/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <string_view>

#include "base/error.h"
#include "base/system_reason.h"

namespace http {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;

constexpr int kBacklog = 1024;
constexpr int kSendBuffer = 256 * 1024;  // or the system would take megabytes for a client that reads nothing

struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
    sockaddr* raw() { return reinterpret_cast<sockaddr*>(&storage); }
};

Address addressOf(const std::string& text, std::uint16_t port) {
    Address address;
    auto* four = reinterpret_cast<sockaddr_in*>(&address.storage);
    auto* six = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (::inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(port);
        address.size = sizeof *four;
    } else if (::inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(port);
        address.size = sizeof *six;
    } else {
        throw Error(ErrorCode::usage, say("http.bad_address", {text}));
    }
    return address;
}

std::string textOf(const Address& address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto* four = reinterpret_cast<const sockaddr_in*>(&address.storage);
    const auto* six = reinterpret_cast<const sockaddr_in6*>(&address.storage);
    const bool isFour = address.storage.ss_family == AF_INET;
    const void* raw = isFour ? static_cast<const void*>(&four->sin_addr) : &six->sin6_addr;
    if (::inet_ntop(address.storage.ss_family, raw, text.data(), text.size()) == nullptr) return {};
    std::string_view result = text.data();
    constexpr std::string_view mapped = "::ffff:";
    if (result.starts_with(mapped) && result.find('.') != result.npos) result.remove_prefix(mapped.size());
    return std::string(result);
}

std::uint16_t portOf(int socket) {
    Address bound;
    bound.size = sizeof bound.storage;
    ::getsockname(socket, bound.raw(), &bound.size);
    const auto* four = reinterpret_cast<const sockaddr_in*>(&bound.storage);
    const auto* six = reinterpret_cast<const sockaddr_in6*>(&bound.storage);
    return ntohs(bound.storage.ss_family == AF_INET ? four->sin_port : six->sin6_port);
}

}  // namespace

Listener::Listener(const std::string& address, std::uint16_t port) {
    Address wanted = addressOf(address, port);
    const auto fail = [&]() -> Error {
        const int reason = errno;
        if (reason == EADDRINUSE) return {ErrorCode::busy, say("http.port_in_use", {std::to_string(port)})};
        return {ErrorCode::usage, say("http.cannot_listen", {address, base::systemReason(reason)})};
    };
    socket_ = Descriptor(::socket(wanted.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket_.isOpen()) throw fail();
    const int on =
        1;  // after a restart the old connections' TIME_WAIT does not matter; a second listener is still refused
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(socket_.get(), wanted.raw(), wanted.size) != 0) throw fail();
    if (::listen(socket_.get(), kBacklog) != 0) throw fail();
    port_ = portOf(socket_.get());
}

std::optional<Accepted> Listener::accept() {
    Address from;
    from.size = sizeof from.storage;
    Descriptor socket(::accept4(socket_.get(), from.raw(), &from.size, SOCK_CLOEXEC | SOCK_NONBLOCK));
    isExhausted_ = !socket.isOpen() && (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM);
    if (!socket.isOpen()) return std::nullopt;
    const int on = 1;
    ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
    return Accepted{std::move(socket), textOf(from)};
}

}  // namespace http
