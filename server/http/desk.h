#pragma once

#include "server/http/counters.h"
#include "server/http/gate_settings.h"
#include "server/http/head_check.h"
#include "server/http/message.h"
#include "server/http/peer.h"
#include "server/http/request_log.h"

namespace http {

/// Makes the answers, counts them and tells the log of each: one line a request, whether a handler saw it or not.
class Desk {
public:
    Desk(const GateSettings& settings, Handler handler, RequestLog& log);

    /// On a worker's thread: the handler's answer into peer.answer. Where there is no memory even for a problem it
    /// stays empty, and the connection is closed.
    void serve(Peer& peer) noexcept;
    /// Of a finished peer whose answer is serve()'s: it is sent.
    void served(const Peer& peer);
    /// Whether what serve() made is large, and asking for it again changes nothing.
    bool mayWithhold(const Peer& peer) const;

    /// The gate's own answer into peer.answer, instead of what serve() may have made.
    void refuse(Peer& peer, const Refusal& why);
    /// The same on a worker's thread, where it stays empty without memory, as with serve().
    void withhold(Peer& peer, const Refusal& why) noexcept;

    Counters& counters() { return counters_; }

private:
    void tell(const Peer& peer);

    const GateSettings& settings_;
    Handler handler_;
    RequestLog& log_;
    Counters counters_{};
};

}  // namespace http
