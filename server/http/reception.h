#pragma once

#include <optional>
#include <string>

#include "server/http/listener.h"
#include "server/http/peer.h"
#include "server/http/poller.h"

namespace http {

/// The listener in the poller. Where the system has no descriptor left it stays out of it for a moment: a
/// level-triggered listener that nobody can serve would keep the loop spinning.
class Reception {
public:
    /// Throws as Listener does.
    Reception(Poller& poller, const std::string& address, std::uint16_t port);

    std::uint16_t port() const { return listener_.port(); }
    bool isAt(int number) const { return isOpen_ && listener_.number() == number; }
    std::optional<Accepted> next() { return listener_.accept(); }
    bool isExhausted() const { return listener_.isExhausted(); }

    void pause(Time now);
    /// Goes on where a pause is over.
    void resume(Time now);
    /// When a pause is over.
    std::optional<Time> resumesAt() const { return isPaused_ ? std::optional(until_) : std::nullopt; }
    /// For good: new clients are refused by the system.
    void close();

private:
    Poller& poller_;
    Listener listener_;
    bool isOpen_ = true;
    bool isPaused_ = false;
    Time until_{};
};

}  // namespace http
