#include "server/http/reception.h"

namespace http {
namespace {

constexpr std::uint32_t kReadable = EPOLLIN;
constexpr std::chrono::milliseconds kPause{100};

}  // namespace

Reception::Reception(Poller& poller, const std::string& address, std::uint16_t port)
    : poller_(poller), listener_(address, port) {
    poller_.watch(listener_.number(), 0, kReadable);
}

void Reception::pause(Time now) {
    if (!isOpen_ || isPaused_) return;
    poller_.watch(listener_.number(), kReadable, 0);
    isPaused_ = true;
    until_ = now + kPause;
}

void Reception::resume(Time now) {
    if (!isPaused_ || now < until_) return;
    poller_.watch(listener_.number(), 0, kReadable);
    isPaused_ = false;
}

void Reception::close() {
    if (!isOpen_) return;
    if (!isPaused_) poller_.watch(listener_.number(), kReadable, 0);
    isOpen_ = false;
    isPaused_ = false;
    listener_.close();
}

}  // namespace http
