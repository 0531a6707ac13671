#include "server/process/frame.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

#include "server/process/wire.h"

namespace process {
namespace {

constexpr std::size_t kHeadOctets = 8;

/// Until the socket is ready for `events`; false where patience ended.
bool wait(int socket, short events, const Patience& patience) {
    while (true) {
        const int milliseconds = patience();
        if (milliseconds == 0) return false;
        pollfd one{socket, events, 0};
        const int ready = ::poll(&one, 1, milliseconds);
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

bool isTransient(ssize_t count) { return count < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK); }

bool sendAll(int socket, base::ByteView bytes, const Patience& patience) {
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (isTransient(count)) {
            if (!wait(socket, POLLOUT, patience)) return false;
            continue;
        }
        if (count < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool receiveAll(int socket, base::Bytes& bytes, const Patience& patience) {
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t count = ::recv(socket, bytes.data() + filled, bytes.size() - filled, MSG_DONTWAIT);
        if (isTransient(count)) {
            if (!wait(socket, POLLIN, patience)) return false;
            continue;
        }
        if (count <= 0) return false;
        filled += static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace

bool sendFrame(int socket, std::initializer_list<base::ByteView> parts, const Patience& patience) {
    std::size_t length = 0;
    for (const base::ByteView part : parts) length += part.size();
    Encoder head;
    head(length);
    if (!sendAll(socket, head.bytes, patience)) return false;
    for (const base::ByteView part : parts)
        if (!sendAll(socket, part, patience)) return false;
    return true;
}

std::optional<base::Bytes> receiveFrame(int socket, std::size_t most, const Patience& patience) {
    base::Bytes head(kHeadOctets, '\0');
    if (!receiveAll(socket, head, patience)) return {};
    std::size_t length = 0;
    Decoder decoder(head);
    decoder(length);
    if (length > most) return {};
    base::Bytes message(length, '\0');
    if (!receiveAll(socket, message, patience)) return {};
    return message;
}

}  // namespace process
