#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include <sys/epoll.h>

#include "server/http/descriptor.h"
#include "server/http/peer.h"

namespace http {

/// epoll, level-triggered, with a way to wake it. All descriptors are closed on exec.
class Poller {
public:
    struct Event {
        int number = -1;
        bool isWake = false;
    };

    /// Throws Error(internal) where the system refuses.
    Poller();

    /// Looks for `events` (EPOLLIN, EPOLLOUT; 0: not at all) of a descriptor that had `before`.
    void watch(int number, std::uint32_t before, std::uint32_t events);
    /// What is ready, at most until `until`; the view holds until the next call.
    std::span<const Event> wait(std::optional<Time> until);
    /// From any thread, and from a signal's handler.
    void wake() const noexcept;

private:
    static constexpr std::size_t kAtOnce = 256;

    Descriptor epoll_;
    Descriptor wake_;
    std::array<epoll_event, kAtOnce> raw_{};
    std::array<Event, kAtOnce> events_{};
};

}  // namespace http
