#include "server/http/sender.h"

#include <sys/epoll.h>

#include "server/http/transfer.h"

namespace http {
namespace {

Time now() { return std::chrono::steady_clock::now(); }

}  // namespace

void Sender::begin(Peer& peer) {
    peer.forgetRequest();
    peers_.count(peer);
    peers_.enter(peer, Peer::State::sending, now());
    send(peer);
}

void Sender::send(Peer& peer) {
    const Transfer sending = sendAnswer(peer);
    if (sending == Transfer::failed) return peers_.remove(peer);
    if (sending == Transfer::done) return linger(peer);
    peers_.watch(peer, EPOLLOUT);
    peers_.schedule(peer);
}

/// close() with unread bytes would send a reset, which can overtake the answer.
void Sender::linger(Peer& peer) {
    const Transfer client = endSending(peer);
    const bool maySend = client == Transfer::done || (client == Transfer::waits && peer.isRefused);
    if (!maySend) return peers_.remove(peer);
    peer.forgetAnswer();
    peers_.count(peer);
    peers_.enter(peer, Peer::State::lingering, now());
    peers_.watch(peer, EPOLLIN);
}

void Sender::readOn(Peer& peer, std::span<char> buffer) {
    const Transfer client = receive(peer, buffer).transfer;
    if (client == Transfer::ended || client == Transfer::failed) peers_.remove(peer);
}

}  // namespace http
