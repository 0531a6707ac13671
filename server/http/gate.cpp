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
          peers_(settings_),
          workers_(settings_, [this](Peer& peer) { desk_.serve(peer); }, [this] { poller_.wake(); }) {}

    std::uint16_t port() const { return reception_.port(); }
    GateCounts counts() { return desk_.counters().counts(); }

    void run() {
        while (!isDraining_ || peers_.size() > 0) {
            for (const Poller::Event& event : poller_.wait(nextTime())) onEvent(event);
            expire();
            if (isStopping_ && !isDraining_) drain();
            if (isDraining_ && now() >= cutAt_) cut();
            reception_.resume(now());
            desk_.counters().holds(peers_.size(), peers_.held());
        }
    }

    void stop() noexcept {
        isStopping_ = true;
        poller_.wake();
    }

private:
    std::optional<Time> nextTime() const {
        std::optional<Time> next = peers_.nextDue();
        const auto add = [&next](Time time) { next = next ? std::min(*next, time) : time; };
        if (isDraining_) add(cutAt_);
        if (const auto resumes = reception_.resumesAt()) add(*resumes);
        return next;
    }

    void onEvent(const Poller::Event& event) {
        if (event.isWake) {
            for (const PeerPointer& peer : workers_.finished()) guarded(peer, [&] { finish(*peer); });
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
            drop(*peer);
        }
    }

    void onReady(const PeerPointer& peer) {
        switch (peer->state) {
            case Peer::State::reading:
                return read(peer);
            case Peer::State::sending:
                return send(*peer);
            case Peer::State::lingering:
                return readOn(*peer);
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
            if (peers_.find(peer->number()) == peer && peer->state == Peer::State::reading) watch(*peer, EPOLLIN);
        });
    }

    /// A client that has begun is told; one that was silent has not asked for anything.
    bool evict(const PeerPointer& peer) {
        if (peer == nullptr) return false;
        desk_.counters().evicted();
        if (peer->state == Peer::State::reading && !peer->isSilent())
            guarded(peer, [&] { refuse(*peer, {503, say("http.busy"), {}}); });
        drop(*peer);
        return true;
    }

    // ---- reading
    void read(const PeerPointer& peer) {
        const Received received = receive(*peer, buffer_);
        if (received.transfer == Transfer::waits) return;
        if (received.transfer == Transfer::ended && !peer->isSilent()) return refuse(*peer, peer->cut());
        if (received.transfer != Transfer::done) return drop(*peer);
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
        watch(*peer, 0);
        peer->requestId = newRequestId();
        enter(*peer, Peer::State::lent);
        const Lane lane = laneOf(peer->head(), peer->body().size(), settings_);
        if (lane != Lane::probe && peers_.isShareFull(*peer)) return refuse(*peer, {503, say("http.no_memory"), {}});
        if (!workers_.offer(peer, lane)) refuse(*peer, {503, say("http.busy"), {}});
    }

    // ---- answering
    void finish(Peer& peer) {
        if (peers_.isFull(peer) && desk_.mayWithhold(peer)) return refuse(peer, {503, say("http.no_memory"), {}});
        desk_.served(peer);
        beginSending(peer);
    }

    void refuse(Peer& peer, const Refusal& why) {
        desk_.refuse(peer, why);
        beginSending(peer);
    }

    void beginSending(Peer& peer) {
        peer.forgetRequest();
        peers_.count(peer);
        enter(peer, Peer::State::sending);
        send(peer);
    }

    void send(Peer& peer) {
        const Transfer sending = sendAnswer(peer);
        if (sending == Transfer::failed) return drop(peer);
        if (sending == Transfer::done) return linger(peer);
        watch(peer, EPOLLOUT);
        peers_.schedule(peer);
    }

    /// close() with unread bytes would send a reset, which can overtake the answer.
    void linger(Peer& peer) {
        const Transfer client = endSending(peer);
        const bool maySend = client == Transfer::done || (client == Transfer::waits && peer.isRefused);
        if (!maySend) return drop(peer);
        peer.forgetAnswer();
        peers_.count(peer);
        enter(peer, Peer::State::lingering);
        watch(peer, EPOLLIN);
    }

    void readOn(Peer& peer) {
        const Transfer client = receive(peer, buffer_).transfer;
        if (client == Transfer::ended || client == Transfer::failed) drop(peer);
    }

    void enter(Peer& peer, Peer::State state) {
        peer.state = state;
        peer.since = now();
        peers_.schedule(peer);
    }

    void watch(Peer& peer, std::uint32_t events) {
        poller_.watch(peer.number(), std::exchange(peer.watched, events), events);
    }

    void drop(Peer& peer) {
        if (peers_.find(peer.number()).get() != &peer) return;
        if (peer.watched != 0) watch(peer, 0);
        peers_.remove(peer);
    }

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
        drop(peer);
    }

    void drain() {
        for (int i = 0; i < kAcceptAtOnce && accept();) ++i;  // who has connected before the order is served
        reception_.close();
        isDraining_ = true;
        cutAt_ = now() + settings_.drainTime;
        for (const PeerPointer& peer : peers_.all())
            if (peer->state == Peer::State::reading && peer->isSilent()) drop(*peer);
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
        if (isOurs && hasCut_) drop(peer);
    }

    const GateSettings settings_;
    Desk desk_;
    Poller poller_{};
    Reception reception_;
    const HeadRules rules_;
    PeerTable peers_;
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
    loop_ = std::make_unique<Loop>(std::move(settings), std::move(handler), log);
}

Gate::~Gate() = default;
std::uint16_t Gate::port() const { return loop_->port(); }
void Gate::run() { loop_->run(); }
void Gate::stop() noexcept { loop_->stop(); }
GateCounts Gate::counts() const { return loop_->counts(); }

}  // namespace http
