#include "server/http/peer.h"

#include "server/limits.h"

namespace http {
namespace {

using base::say;

std::chrono::milliseconds timeFor(std::size_t bytes, std::size_t bytesPerSecond) {
    constexpr std::size_t millisecondsPerSecond = 1000;
    return std::chrono::milliseconds(bytes * millisecondsPerSecond / bytesPerSecond);
}

}  // namespace

Peer::Peer(Descriptor socket, std::string address, Time now)
    : began(now), since(now), socket_(std::move(socket)), address_(std::move(address)) {}

Peer::Reading Peer::refuse(Refusal why) {
    refusal_ = std::move(why);
    return Reading::refused;
}

Peer::Reading Peer::take(base::ByteView bytes, const HeadRules& rules, Time now) {
    if (isSilent()) began = now;
    if (!hasHead()) {
        const std::size_t before = rawHead_.size();
        rawHead_ += bytes.substr(0, limits::kHead.value - before);
        const HeadCheck check = checkHead(rawHead_, scanned_, rules);
        if (const auto* why = std::get_if<Refusal>(&check)) return refuse(*why);
        if (std::holds_alternative<NeedsMore>(check)) return Reading::open;
        head_ = std::get<Head>(check);
        rawHead_.resize(head_.size);
        framing_ = Framing(head_, rules.bodyLimit);
        bytes.remove_prefix(head_.size - before);
        wantsContinue_ = head_.wantsContinue && bytes.empty();
        since = now;
    }
    bodyBytes_ += framing_.take(bytes, body_);
    switch (framing_.state()) {
        case Framing::State::open:
            return Reading::open;
        case Framing::State::complete:
            return Reading::whole;
        case Framing::State::malformed:
            return refuse({400, say("http.framing.chunk"), {}});
        case Framing::State::tooLarge:
            return refuse({413, say("too.large", {std::to_string(rules.bodyLimit)}), {}});
    }
    return Reading::open;
}

Refusal Peer::cut() const {
    return hasHead() ? Refusal{400, say("body.truncated"), {}} : Refusal{400, say("http.header.cut"), {}};
}

bool Peer::takeContinue() { return std::exchange(wantsContinue_, false) && framing_.state() == Framing::State::open; }

std::size_t Peer::memory() const {
    return rawHead_.capacity() + body_.capacity() + answer.head.capacity() + answer.body.capacity();
}

void Peer::forgetRequest() {
    base::Bytes().swap(body_);
    std::string().swap(rawHead_);
}

void Peer::forgetAnswer() {
    Answer none;
    std::swap(answer, none);  // an assignment would keep the strings' memory
    sent_ = 0;
}

Time Peer::deadline(const GateSettings& settings, Time stateSince) const {
    switch (state) {
        case State::reading:
            if (!hasHead()) return stateSince + settings.headTime;
            return stateSince + settings.bodyTime + timeFor(bodyBytes_, settings.slowestRate);
        case State::lent:
            return stateSince + settings.queueTime;
        case State::sending:
            return stateSince + settings.sendTime + timeFor(sent_, settings.slowestRate);
        case State::lingering:
            return stateSince + settings.lingerTime;
    }
    return stateSince;
}

base::ByteView Peer::unsent() const {
    const base::ByteView head = answer.head;
    if (sent_ < head.size()) return head.substr(sent_);
    return base::ByteView(answer.body).substr(sent_ - head.size());
}

}  // namespace http
