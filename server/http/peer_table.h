#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/http/gate_settings.h"
#include "server/http/peer.h"
#include "server/http/poller.h"
#include "server/http/shares.h"

namespace http {

using PeerPointer = std::shared_ptr<Peer>;

/// The open connections with their deadlines, what the poller looks for and what they hold. The loop's alone, but for
/// count() and held().
class PeerTable {
public:
    PeerTable(const GateSettings& settings, Poller& poller);

    /// A new connection, waiting for its head.
    PeerPointer add(Descriptor socket, std::string address, Time now);
    /// Nothing where the descriptor is no peer's.
    PeerPointer find(int number) const;
    /// Closes it, with the last reference. Nothing happens to one that is no longer here.
    void remove(Peer& peer);
    std::vector<PeerPointer> all() const;
    std::size_t size() const { return peers_.size(); }
    std::size_t held() const { return shares_.held(); }

    /// Its client is another one than the proxy that it came through.
    void moveTo(Peer& peer, std::string address);
    /// Counts what it holds now: whether it had room, because nothing was full before. Of a lent peer the worker calls
    /// it, for the answer that it has made.
    bool count(Peer& peer);
    /// It is in this state from now on.
    void enter(Peer& peer, Peer::State state, Time now);
    /// Has the poller look for `events` alone.
    void watch(Peer& peer, std::uint32_t events);
    /// Sets its deadline by its state.
    void schedule(Peer& peer);
    /// It has none, as long as a worker has it.
    void unschedule(Peer& peer);

    /// The first whose deadline is over.
    PeerPointer firstDue(Time now) const;
    std::optional<Time> nextDue() const;

    /// Whether it may not grow now.
    bool isFull(const Peer& peer) const { return shares_.isFull(peer.share); }
    bool isShareFull(const Peer& peer) const { return shares_.isShareFull(peer.share); }
    bool isCrowded(const Peer& peer) const { return shares_.isCrowded(peer.share); }
    /// The one of that share, or of the most crowded one, that has waited longest for its request.
    PeerPointer longestWaiting(const std::string& share) const;
    PeerPointer longestWaiting() const { return longestWaiting(shares_.mostCrowded()); }

private:
    const GateSettings& settings_;
    Poller& poller_;
    Shares shares_;
    std::unordered_map<int, PeerPointer> peers_;
    std::set<std::pair<Time, int>> deadlines_;
};

}  // namespace http
