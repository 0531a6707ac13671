#include "server/http/desk.h"

#include <chrono>

#include "server/http/exchange.h"
#include "server/http/problem.h"
#include "server/http/request_id.h"

namespace http {
namespace {

ExchangeContext contextOf(const GateSettings& settings) {
    return {settings.transport, std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

}  // namespace

Desk::Desk(const GateSettings& settings, Handler handler, RequestLog& log)
    : settings_(settings), handler_(std::move(handler)), log_(log) {}

void Desk::serve(Peer& peer) noexcept {
    try {
        peer.answer = exchange(peer, handler_, contextOf(settings_));
    } catch (const std::exception&) {
        peer.answer = {};
    }
}

void Desk::served(const Peer& peer) {
    if (peer.answer.status == 0) return;
    counters_.answered(peer.answer.status);
    tell(peer);
}

void Desk::refuse(Peer& peer, const Refusal& why) {
    if (peer.requestId.empty()) peer.requestId = newRequestId();
    std::string route = std::move(peer.answer.route);
    peer.answer = refusalAnswer(peer, why, contextOf(settings_));
    peer.answer.route = std::move(route);
    peer.isRefused = true;
    counters_.refused(problemType(why.message.key));
    tell(peer);
}

void Desk::withhold(Peer& peer, const Refusal& why) noexcept {
    try {
        refuse(peer, why);
    } catch (const std::exception&) {
        peer.answer = {};
    }
}

bool Desk::mayWithhold(const Peer& peer) const {
    const bool onlyLooks = peer.head().method == "GET";  // HEAD has no body
    return onlyLooks && peer.answer.body.size() > settings_.smallBody;
}

void Desk::tell(const Peer& peer) {
    RequestLine line;
    line.requestId = peer.requestId;
    line.method = peer.head().method;
    line.route = peer.answer.route;
    line.finding = peer.answer.finding;
    line.address = maskedAddress(peer.address());
    line.status = peer.answer.status;
    line.time = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - peer.began);
    log_.write(line);
}

}  // namespace http
