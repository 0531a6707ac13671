#include "server/http/peer_table.h"

namespace http {

PeerTable::PeerTable(const GateSettings& settings, Poller& poller)
    : settings_(settings),
      poller_(poller),
      shares_(ShareLimits{settings.memory, settings.addressMemory, settings.addressConnections}) {}

PeerPointer PeerTable::add(Descriptor socket, std::string address, Time now) {
    auto peer = std::make_shared<Peer>(std::move(socket), std::move(address), now);
    peer->share = shareOf(peer->address());
    peers_.emplace(peer->number(), peer);
    shares_.enter(peer->share);
    schedule(*peer);
    return peer;
}

PeerPointer PeerTable::find(int number) const {
    const auto found = peers_.find(number);
    return found == peers_.end() ? nullptr : found->second;
}

void PeerTable::remove(Peer& peer) {
    if (find(peer.number()).get() != &peer) return;
    watch(peer, 0);
    deadlines_.erase({peer.due, peer.number()});
    shares_.leave(peer.share, peer.counted);
    peers_.erase(peer.number());
}

std::vector<PeerPointer> PeerTable::all() const {
    std::vector<PeerPointer> all;
    all.reserve(peers_.size());
    for (const auto& [number, peer] : peers_) all.push_back(peer);
    return all;
}

void PeerTable::moveTo(Peer& peer, std::string address) {
    shares_.leave(peer.share, peer.counted);
    peer.setAddress(std::move(address));
    peer.share = shareOf(peer.address());
    shares_.enter(peer.share);
    shares_.change(peer.share, 0, peer.counted);
}

bool PeerTable::count(Peer& peer) {
    const std::size_t before = std::exchange(peer.counted, peer.memory());
    return shares_.change(peer.share, before, peer.counted);
}

void PeerTable::enter(Peer& peer, Peer::State state, Time now) {
    peer.state = state;
    peer.since = now;
    schedule(peer);
}

void PeerTable::watch(Peer& peer, std::uint32_t events) {
    poller_.watch(peer.number(), std::exchange(peer.watched, events), events);
}

void PeerTable::schedule(Peer& peer) {
    unschedule(peer);
    peer.due = peer.deadline(settings_, peer.since);
    deadlines_.emplace(peer.due, peer.number());
}

void PeerTable::unschedule(Peer& peer) { deadlines_.erase({peer.due, peer.number()}); }

PeerPointer PeerTable::firstDue(Time now) const {
    if (deadlines_.empty() || deadlines_.begin()->first > now) return nullptr;
    return find(deadlines_.begin()->second);
}

std::optional<Time> PeerTable::nextDue() const {
    if (deadlines_.empty()) return std::nullopt;
    return deadlines_.begin()->first;
}

PeerPointer PeerTable::longestWaiting(const std::string& share) const {
    for (const auto& [due, number] : deadlines_) {
        const PeerPointer peer = find(number);
        const bool isWaiting = peer->state == Peer::State::reading || peer->state == Peer::State::lingering;
        if (isWaiting && peer->share == share) return peer;
    }
    return nullptr;
}

}  // namespace http
