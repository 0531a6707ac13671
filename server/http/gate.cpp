#include "server/http/gate.h"

#include <malloc.h>
#include <sys/epoll.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "server/http/desk.h"
#include "server/http/peer_table.h"
#include "server/http/poller.h"
#include "server/http/reception.h"
#include "server/http/request_id.h"
#include "server/http/sender.h"
#include "server/http/transfer.h"
#include "server/http/workers.h"

namespace http {
namespace {

using base::say;

constexpr std::size_t kReadAtOnce = 64 * limits::kKibibyte;
constexpr int kAcceptAtOnce = 64;

Time now() { return std::chrono::steady_clock::now(); }

}  // namespace

class Gate::Loop {
public:
    Loop(GateSettings settings, Handler handler, RequestLog& log)
        : settings_(std::move(settings)),
          desk_(settings_, std::move(handler), log),
          reception_(poller_, settings_.address, settings_.port),
          rules_{hostsOf(settings_, port()), settings_.bodyLimit},
          peers_(settings_, poller_),
          sender_(peers_),
          workers_(settings_, [this](Peer& peer) { serve(peer); }, [this] { poller_.wake(); }) {}

    std::uint16_t port() const { return reception_.port(); }
    GateCounts counts() { return desk_.counters().counts(peers_.held()); }

    void run() {
        while (!isDraining_ || peers_.size() > 0) {
            for (const Poller::Event& event : poller_.wait(nextTime())) onEvent(event);
            expire();
            if (isStopping_ && !isDraining_) drain();
            if (isDraining_ && now() >= cutAt_) cut();
            reception_.resume(now());
            desk_.counters().holds(peers_.size());
        }
    }

    void stop() noexcept {
        isStopping_ = true;
        poller_.wake();
    }

private:
    // ---- events
    std::optional<Time> nextTime() const {
        std::optional<Time> next = peers_.nextDue();
        const auto add = [&next](Time time) { next = next ? std::min(*next, time) : time; };
        if (isDraining_) add(cutAt_);
        if (const auto resumes = reception_.resumesAt()) add(*resumes);
        return next;
    }

    void onEvent(const Poller::Event& event) {
        if (event.isWake) {
            for (PeerPointer& each : workers_.finished()) {
                const PeerPointer peer = std::move(each);  // gone with its memory before the next one
                guarded(peer, [&] { finish(*peer); });
            }
            return;
        }
        if (reception_.isAt(event.number)) {
            accept();
            return;
        }
        if (const PeerPointer peer = peers_.find(event.number)) guarded(peer, [&] { onReady(peer); });
    }

    /// One connection's trouble (no memory) ends that connection alone.
    template <class Step>
    void guarded(const PeerPointer& peer, Step step) {
        try {
            step();
        } catch (const std::exception&) {
            peers_.remove(*peer);
        }
    }

    void onReady(const PeerPointer& peer) {
        switch (peer->state) {
            case Peer::State::reading:
                return read(peer);
            case Peer::State::sending:
                return sender_.send(*peer);
            case Peer::State::lingering:
                return sender_.readOn(*peer, buffer_);
            case Peer::State::lent:
                return;
        }
    }

    // ---- accepting
    bool accept() {  // whether more may wait
        for (int i = 0; i < kAcceptAtOnce; ++i) {
            std::optional<Accepted> accepted = reception_.next();
            if (!accepted && reception_.isExhausted() && !evict(peers_.longestWaiting())) reception_.pause(now());
            if (!accepted) return false;
            welcome(std::move(*accepted));
        }
        return true;
    }

    void welcome(Accepted accepted) {
        const PeerPointer peer = peers_.add(std::move(accepted.socket), std::move(accepted.address), now());
        if (peers_.size() > settings_.connections) evict(peers_.longestWaiting());
        if (peers_.isCrowded(*peer) && !isProxy(settings_, peer->address())) evict(peers_.longestWaiting(peer->share));
        if (peers_.find(peer->number()) != peer) return;
        guarded(peer, [&] {
            read(peer);  // most requests are there already
            if (peers_.find(peer->number()) == peer && peer->state == Peer::State::reading)
                peers_.watch(*peer, EPOLLIN);
        });
    }

    /// A client that has begun is told; one that was silent has not asked for anything.
    bool evict(const PeerPointer& peer) {
        if (peer == nullptr) return false;
        desk_.counters().evicted();
        if (peer->state == Peer::State::reading && !peer->isSilent())
            guarded(peer, [&] { refuse(*peer, {503, say("http.busy"), {}}); });
        peers_.remove(*peer);
        return true;
    }

    // ---- reading
    void read(const PeerPointer& peer) {
        const Received received = receive(*peer, buffer_);
        if (received.transfer == Transfer::waits) return;
        if (received.transfer == Transfer::ended && !peer->isSilent()) return refuse(*peer, peer->cut());
        if (received.transfer != Transfer::done) return peers_.remove(*peer);
        const bool hadHead = peer->hasHead();
        const Peer::Reading reading = peer->take(received.bytes, rules_, now());
        peers_.count(*peer);
        const bool isNew = !hadHead && peer->hasHead();
        if (isNew && !believeProxy(*peer)) return refuse(*peer, {503, say("http.busy"), {}});
        switch (reading) {
            case Peer::Reading::open:
                return goOn(*peer);
            case Peer::Reading::refused:
                return refuse(*peer, peer->refusal());
            case Peer::Reading::whole:
                return lend(peer);
        }
    }

    /// Counts it to the client that its proxy saw. False where that one has too many already.
    bool believeProxy(Peer& peer) {
        std::string client = clientAddress(settings_, peer.address(), peer.head().forwardedFor);
        if (client == peer.address()) return true;
        peers_.moveTo(peer, std::move(client));
        return !peers_.isCrowded(peer);
    }

    void goOn(Peer& peer) {
        if (peers_.isFull(peer)) return refuse(peer, {503, say("http.no_memory"), {}});
        peers_.schedule(peer);
        if (peer.takeContinue()) sendNote(peer, "HTTP/1.1 100 Continue\r\n\r\n");
    }

    void lend(const PeerPointer& peer) {
        peers_.watch(*peer, 0);
        peer->requestId = newRequestId();
        peers_.enter(*peer, Peer::State::lent, now());
        const Lane lane = laneOf(peer->head(), peer->body().size(), settings_);
        if (lane != Lane::probe && peers_.isShareFull(*peer)) return refuse(*peer, {503, say("http.no_memory"), {}});
        if (!workers_.offer(peer, lane)) refuse(*peer, {503, say("http.busy"), {}});
    }

    // ---- answering
    /// On a worker's thread. The answer counts from here on, however late the loop takes it up; a large one that had no
    /// room is gone at once.
    void serve(Peer& peer) noexcept {
        desk_.serve(peer);
        if (peers_.count(peer) || !desk_.mayWithhold(peer)) return;
        desk_.withhold(peer, {503, say("http.no_memory"), {}});
        peers_.count(peer);
    }

    void finish(Peer& peer) {
        if (!peer.isRefused) desk_.served(peer);
        sender_.begin(peer);
    }

    void refuse(Peer& peer, const Refusal& why) {
        desk_.refuse(peer, why);
        sender_.begin(peer);
    }

    // ---- deadlines
    void expire() {
        const Time at = now();
        while (const PeerPointer peer = peers_.firstDue(at)) guarded(peer, [&] { onDeadline(*peer); });
    }

    void onDeadline(Peer& peer) {
        const bool isWaiting = peer.state == Peer::State::lent;
        if (isWaiting && !workers_.cancel(peer)) return peers_.unschedule(peer);  // a worker has it
        if (isWaiting) return refuse(peer, {503, say("http.busy"), {}});
        if (peer.state == Peer::State::reading && !peer.isSilent())
            return refuse(peer, {408, say("http.too_slow"), {}});
        peers_.remove(peer);
    }

    // ---- stopping
    void drain() {
        for (int i = 0; i < kAcceptAtOnce && accept();) ++i;  // who has connected before the order is served
        reception_.close();
        isDraining_ = true;
        cutAt_ = now() + settings_.drainTime;
        for (const PeerPointer& peer : peers_.all())
            if (peer->state == Peer::State::reading && peer->isSilent()) peers_.remove(*peer);
    }

    /// Once drainTime is over: 503 for who still waits, and then an end for who does not take it.
    void cut() {
        for (const PeerPointer& peer : peers_.all()) guarded(peer, [&] { cutOne(*peer); });
        cutAt_ = now() + settings_.lingerTime;
        hasCut_ = true;
    }

    void cutOne(Peer& peer) {
        const bool isOurs = peer.state != Peer::State::lent || workers_.cancel(peer);
        const bool isUnanswered = peer.state == Peer::State::reading || peer.state == Peer::State::lent;
        if (isOurs && isUnanswered) return refuse(peer, {503, say("http.stopping"), {}});
        if (isOurs && hasCut_) peers_.remove(peer);
    }

    const GateSettings settings_;
    Desk desk_;
    Poller poller_{};
    Reception reception_;
    const HeadRules rules_;
    PeerTable peers_;
    Sender sender_;
    std::atomic<bool> isStopping_ = false;
    bool isDraining_ = false;
    bool hasCut_ = false;
    Time cutAt_{};
    std::array<char, kReadAtOnce> buffer_{};
    Workers workers_;  // last: its threads end first
};

Gate::Gate(GateSettings settings, Handler handler, RequestLog& log) {
    constexpr int threshold = 256 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, threshold);  // fixed, so that the memory of large bodies goes back at once
    ::mallopt(M_MXFAST, 0);                  // else each of them has all the small pieces put together anew
    loop_ = std::make_unique<Loop>(std::move(settings), std::move(handler), log);
}

Gate::~Gate() = default;
std::uint16_t Gate::port() const { return loop_->port(); }
void Gate::run() { loop_->run(); }
void Gate::stop() noexcept { loop_->stop(); }
GateCounts Gate::counts() const { return loop_->counts(); }

}  // namespace http
