#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "server/workflow/account_ports.h"

namespace workflow {

/// So many attempts in so much time; what is remembered has a bound.
struct RateRule {
    int attempts = 10;
    std::chrono::seconds window{900};
    std::size_t mostKeys = 10'000;  ///< then those whose window ends first are forgotten
};

/// Counts attempts by key (an account, an address) in rows, so that a restart forgets none. A key is kept as its hash.
class RateLimit {
public:
    /// `what` is tried, as the rows call it.
    RateLimit(AccountStore& rows, std::string what, RateRule rule) : rows_(rows), what_(std::move(what)), rule_(rule) {}

    /// Counts an attempt before it is made, so that many at once count too. Gives how long to wait where there were
    /// too many, and then counts nothing.
    std::optional<std::chrono::seconds> take(std::string_view key, base::Instant now);

    /// Takes one attempt back: it was none.
    void giveBack(std::string_view key, base::Instant now);

    /// Forgets the key's attempts: the last one was right.
    void forget(std::string_view key);

private:
    AccountStore& rows_;
    std::string what_;
    RateRule rule_;
};

/// What attempts from an address are counted by: an IPv4 address whole, of IPv6 the first 64 bits, of which each line
/// has many addresses (RFC 6177). What is no address is itself.
std::string networkOf(std::string_view address);

/// Throws Error(tooMany) with the seconds to wait when `wait` holds something.
void refuseIf(const std::optional<std::chrono::seconds>& wait);

}  // namespace workflow
