#pragma once

#include <span>

#include "server/http/peer.h"
#include "server/http/peer_table.h"

namespace http {

/// The way out of the gate: sends answers and ends connections so that no answer is lost. The loop's alone.
class Sender {
public:
    explicit Sender(PeerTable& peers) : peers_(peers) {}

    /// peer.answer goes out; the request is not needed any more.
    void begin(Peer& peer);
    /// The socket takes more of it.
    void send(Peer& peer);
    /// What the client still sends is read and dropped.
    void readOn(Peer& peer, std::span<char> buffer);

private:
    void linger(Peer& peer);

    PeerTable& peers_;
};

}  // namespace http
