#include "server/workflow/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/bytes.h"
#include "base/error.h"

namespace workflow {
namespace {

using base::Instant;

constexpr std::size_t kIpv6NetworkOctets = 8;

}  // namespace

std::optional<std::chrono::seconds> RateLimit::take(const std::string& key, Instant now) {
    const std::lock_guard lock(mutex_);
    auto found = attempts_.find(key);
    if (found == attempts_.end()) {
        makeRoom(now);
        found = attempts_.emplace(key, Attempts{0, now + rule_.window}).first;
    }
    Attempts& known = found->second;
    // A clock that was set back must not lock anybody out for longer than a window.
    if (known.end <= now || known.end > now + rule_.window) known = {0, now + rule_.window};
    if (known.count >= rule_.attempts) return known.end - now;
    ++known.count;
    return std::nullopt;
}

void RateLimit::giveBack(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = attempts_.find(key);
    if (found != attempts_.end() && found->second.count > 0) --found->second.count;
}

void RateLimit::forget(const std::string& key) {
    const std::lock_guard lock(mutex_);
    attempts_.erase(key);
}

std::size_t RateLimit::keyCount() const {
    const std::lock_guard lock(mutex_);
    return attempts_.size();
}

void RateLimit::makeRoom(Instant now) {
    if (attempts_.size() < rule_.mostKeys) return;
    std::erase_if(attempts_, [now](const auto& one) { return one.second.end <= now; });
    if (attempts_.size() < rule_.mostKeys) return;
    attempts_.erase(std::min_element(attempts_.begin(), attempts_.end(), [](const auto& one, const auto& other) {
        return one.second.end < other.second.end;
    }));
}

std::string networkOf(std::string_view address) {
    const std::string text(address);
    in6_addr octets{};
    if (::inet_pton(AF_INET6, text.c_str(), &octets) != 1 || IN6_IS_ADDR_V4MAPPED(&octets)) return text;
    return base::hex({reinterpret_cast<const char*>(&octets), kIpv6NetworkOctets});
}

void refuseIf(const std::optional<std::chrono::seconds>& wait) {
    if (!wait) return;
    throw base::Error(base::ErrorCode::tooMany,
                      base::say("account.too_many", {std::to_string(std::max<std::int64_t>(wait->count(), 1))}));
}

}  // namespace workflow
