#include "server/http/shares.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

namespace http {

std::string shareOf(std::string_view address) {
    std::string text(address);
    in6_addr six{};
    if (::inet_pton(AF_INET6, text.c_str(), &six) != 1) return text;
    if (IN6_IS_ADDR_V4MAPPED(&six)) return text;
    constexpr std::size_t network = 8;
    return {reinterpret_cast<const char*>(six.s6_addr), network};
}

void Shares::enter(const std::string& share) {
    const std::lock_guard lock(mutex_);
    ++uses_[share].connections;
}

void Shares::leave(const std::string& share, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    const auto found = uses_.find(share);
    if (found == uses_.end()) return;
    add(found->second, bytes, 0);
    if (--found->second.connections == 0) uses_.erase(found);
}

bool Shares::change(const std::string& share, std::size_t before, std::size_t after) {
    const std::lock_guard lock(mutex_);
    Use& use = uses_[share];
    const bool hadRoom = !isAllHeld() && !isHeld(use);
    add(use, before, after);
    return hadRoom;
}

void Shares::add(Use& use, std::size_t before, std::size_t after) {
    held_ = held_ - before + after;
    use.bytes = use.bytes - before + after;
}

bool Shares::isFull(const std::string& share) const {
    const std::lock_guard lock(mutex_);
    const auto found = uses_.find(share);
    return isAllHeld() || (found != uses_.end() && isHeld(found->second));
}

bool Shares::isShareFull(const std::string& share) const {
    const std::lock_guard lock(mutex_);
    const auto found = uses_.find(share);
    return found != uses_.end() && isHeld(found->second);
}

bool Shares::isCrowded(const std::string& share) const {
    const std::lock_guard lock(mutex_);
    const auto found = uses_.find(share);
    return found != uses_.end() && found->second.connections > limits_.addressConnections;
}

std::string Shares::mostCrowded() const {
    const std::lock_guard lock(mutex_);
    const auto fewer = [](const auto& a, const auto& b) { return a.second.connections < b.second.connections; };
    const auto most = std::max_element(uses_.begin(), uses_.end(), fewer);
    return most == uses_.end() ? std::string() : most->first;
}

std::size_t Shares::held() const {
    const std::lock_guard lock(mutex_);
    return held_;
}

}  // namespace http
