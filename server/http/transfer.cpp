#include "server/http/transfer.h"

#include <sys/socket.h>

#include <cerrno>

namespace http {
namespace {

constexpr int kFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
constexpr int kSendsAtOnce = 16;

Transfer failure() {
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? Transfer::waits : Transfer::failed;
}

}  // namespace

Received receive(const Peer& peer, std::span<char> buffer) {
    const ssize_t size = ::recv(peer.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (size < 0) return {failure(), {}};
    if (size == 0) return {Transfer::ended, {}};
    return {Transfer::done, {buffer.data(), static_cast<std::size_t>(size)}};
}

Transfer sendAnswer(Peer& peer) {
    for (int i = 0; i < kSendsAtOnce && !peer.hasSentAll(); ++i) {
        const base::ByteView bytes = peer.unsent();
        const int more = peer.hasMoreThan(bytes) ? MSG_MORE : 0;  // head and body in one packet
        const ssize_t size = ::send(peer.number(), bytes.data(), bytes.size(), kFlags | more);
        if (size < 0) return failure();
        peer.sent(static_cast<std::size_t>(size));
    }
    return peer.hasSentAll() ? Transfer::done : Transfer::waits;
}

void sendNote(const Peer& peer, base::ByteView bytes) { ::send(peer.number(), bytes.data(), bytes.size(), kFlags); }

Transfer endSending(const Peer& peer) {
    ::shutdown(peer.number(), SHUT_WR);
    char byte = 0;
    const ssize_t unread = ::recv(peer.number(), &byte, 1, MSG_DONTWAIT | MSG_PEEK);
    if (unread < 0) return failure();
    return unread == 0 ? Transfer::ended : Transfer::done;
}

}  // namespace http
