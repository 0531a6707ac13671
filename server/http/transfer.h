#pragma once

#include <span>

#include "base/bytes.h"
#include "server/http/peer.h"

namespace http {

/// What a non-blocking socket did.
enum class Transfer {
    done,
    waits,   ///< the socket takes or has nothing now
    ended,   ///< the client has sent its last byte
    failed,  ///< the connection is gone
};

struct Received {
    Transfer transfer = Transfer::waits;
    base::ByteView bytes{};  ///< a view into the buffer
};

/// What is there, at most the buffer's size.
Received receive(const Peer& peer, std::span<char> buffer);

/// Sends of the peer's answer what the socket takes; `done` when all is sent.
Transfer sendAnswer(Peer& peer);

/// Sends all or nothing that matters: the socket is fresh and takes a few bytes, or the client is gone.
void sendNote(const Peer& peer, base::ByteView bytes);

/// Ends our side of the connection and says what the client's is like: `done`, it still has bytes for us.
Transfer endSending(const Peer& peer);

}  // namespace http
