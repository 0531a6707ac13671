#include "server/http/poller.h"

#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>

#include "base/error.h"
#include "base/system_reason.h"

namespace http {
namespace {

base::Error cannotStart() {
    return {base::ErrorCode::internal, base::say("http.cannot_start", {base::systemReason(errno)})};
}

/// Rounded up: 0 would spin.
int millisecondsUntil(std::optional<Time> until) {
    if (!until) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - std::chrono::steady_clock::now());
    constexpr std::int64_t longest = 60'000;
    return static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, longest));
}

}  // namespace

Poller::Poller() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), wake_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!epoll_.isOpen() || !wake_.isOpen()) throw cannotStart();
    watch(wake_.get(), 0, EPOLLIN);
}

void Poller::watch(int number, std::uint32_t before, std::uint32_t events) {
    if (before == events) return;
    epoll_event event{events, {.fd = number}};
    const int operation = before == 0 ? EPOLL_CTL_ADD : events == 0 ? EPOLL_CTL_DEL : EPOLL_CTL_MOD;
    if (::epoll_ctl(epoll_.get(), operation, number, &event) != 0) throw cannotStart();
}

std::span<const Poller::Event> Poller::wait(std::optional<Time> until) {
    const int count = ::epoll_wait(epoll_.get(), raw_.data(), static_cast<int>(raw_.size()), millisecondsUntil(until));
    const std::size_t size = count > 0 ? static_cast<std::size_t>(count) : 0;  // EINTR: nothing is ready
    for (std::size_t i = 0; i < size; ++i) {
        const bool isWake = raw_.at(i).data.fd == wake_.get();
        eventfd_t woken = 0;
        if (isWake) ::eventfd_read(wake_.get(), &woken);
        events_.at(i) = {raw_.at(i).data.fd, isWake};
    }
    return std::span(events_).first(size);
}

void Poller::wake() const noexcept { ::eventfd_write(wake_.get(), 1); }

}  // namespace http
