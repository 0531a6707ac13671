#include "server/workflow/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>

#include "base/bytes.h"
#include "base/error.h"
#include "server/workflow/secret.h"

namespace workflow {
namespace {

using base::Instant;

constexpr std::size_t kIpv6NetworkOctets = 8;

}  // namespace

std::optional<std::chrono::seconds> RateLimit::take(std::string_view key, Instant now) {
    std::optional<std::chrono::seconds> wait;
    const std::string who = secretHash(key);
    rows_.transaction([&] {
        Attempts known = rows_.attempts(what_, who).value_or(Attempts{what_, who, 0, now});
        // A clock that was set back must not lock anybody out for longer than a window.
        if (known.end <= now || known.end > now + rule_.window) known = {what_, who, 0, now + rule_.window};
        if (known.count >= rule_.attempts) {
            wait = known.end - now;
            return;
        }
        ++known.count;
        rows_.saveAttempts(known, now, rule_.mostKeys);
    });
    return wait;
}

void RateLimit::giveBack(std::string_view key, Instant now) {
    const std::string who = secretHash(key);
    rows_.transaction([&] {
        auto known = rows_.attempts(what_, who);
        if (!known || known->count == 0) return;
        --known->count;
        rows_.saveAttempts(*known, now, rule_.mostKeys);
    });
}

void RateLimit::forget(std::string_view key) {
    rows_.transaction([&] { rows_.removeAttempts(what_, secretHash(key)); });
}

std::string networkOf(std::string_view address) {
    std::string text(address);
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
