#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "server/http/descriptor.h"
#include "server/http/framing.h"
#include "server/http/gate_settings.h"
#include "server/http/head_check.h"

namespace http {

using Time = std::chrono::steady_clock::time_point;

/// What goes back to a client, and what the log says of it.
struct Answer {
    std::string head{};
    base::Bytes body{};
    int status = 0;
    std::string route{};
    std::string finding{};
};

/// One connection and the one request that it carries. All of it is the loop's, but while `lent` a worker reads the
/// request, writes `answer` and counts it.
class Peer {
public:
    enum class State {
        reading,    ///< head or body are not whole
        lent,       ///< in a queue or with a worker
        sending,    ///< the answer is on its way
        lingering,  ///< all is sent; what still comes is read and dropped, so that the answer is not lost by a reset
    };
    enum class Reading { open, whole, refused };

    Peer(Descriptor socket, std::string address, Time now);

    /// Takes what came while `reading`. After `refused`, refusal() says why.
    Reading take(base::ByteView bytes, const HeadRules& rules, Time now);
    /// What to say to a client that has sent its last byte too early.
    Refusal cut() const;
    const Refusal& refusal() const { return refusal_; }

    int number() const { return socket_.get(); }
    const std::string& address() const { return address_; }
    /// What a trusted proxy says of its client.
    void setAddress(std::string address) { address_ = std::move(address); }
    const std::string& rawHead() const { return rawHead_; }
    const Head& head() const { return head_; }
    base::ByteView body() const { return body_; }
    bool hasHead() const { return head_.size > 0; }
    bool isSilent() const { return rawHead_.empty(); }
    /// Wants a "100 Continue" now: the head is there, nothing of the body is.
    bool takeContinue();

    /// Bytes of memory that it holds.
    std::size_t memory() const;
    void forgetRequest();
    void forgetAnswer();

    /// When it must have gone on, by its state.
    Time deadline(const GateSettings& settings, Time stateSince) const;

    /// The bytes to send next; empty when all are sent.
    base::ByteView unsent() const;
    void sent(std::size_t bytes) { sent_ += bytes; }
    /// Whether something comes behind these unsent bytes.
    bool hasMoreThan(base::ByteView bytes) const {
        return sent_ + bytes.size() < answer.head.size() + answer.body.size();
    }
    bool hasSentAll() const { return sent_ == answer.head.size() + answer.body.size(); }

    State state = State::reading;
    Answer answer{};
    std::string requestId{};
    std::string share{};        ///< whom it counts to
    std::size_t counted = 0;    ///< of its memory, in the shares
    Time began{};               ///< its first byte
    Time since{};               ///< its state; while reading: the head or the body
    Time due{};                 ///< its place among the deadlines
    std::uint32_t watched = 0;  ///< events that the poller looks for
    bool isRefused = false;     ///< the client may still be sending

private:
    Reading refuse(Refusal why);

    Descriptor socket_;
    std::string address_;
    std::string rawHead_{};
    std::size_t scanned_ = 0;
    Head head_{};
    Framing framing_{};
    base::Bytes body_{};
    std::size_t bodyBytes_ = 0;  ///< received, framing included
    bool wantsContinue_ = false;
    std::size_t sent_ = 0;
    Refusal refusal_{};
};

}  // namespace http
