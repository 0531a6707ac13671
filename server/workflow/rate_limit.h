#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/civil_date.h"

namespace workflow {

/// So many attempts in so much time; what is remembered has a bound.
struct RateRule {
    int attempts = 10;
    std::chrono::seconds window{900};
    std::size_t mostKeys = 10'000;  ///< then the one whose window ends first is forgotten
};

/// Counts attempts by key (an account, an address), in memory, for several threads.
class RateLimit {
public:
    explicit RateLimit(RateRule rule) : rule_(rule) {}

    /// Counts an attempt before it is made, so that many at once count too. Gives how long to wait where there were
    /// too many, and then counts nothing.
    std::optional<std::chrono::seconds> take(const std::string& key, base::Instant now);

    /// Takes one attempt back: it was none.
    void giveBack(const std::string& key);

    /// Forgets the key's attempts: the last one was right.
    void forget(const std::string& key);

    std::size_t keyCount() const;

private:
    struct Attempts {
        int count = 0;
        base::Instant end{};
    };
    void makeRoom(base::Instant now);

    RateRule rule_;
    mutable std::mutex mutex_{};
    std::map<std::string, Attempts, std::less<>> attempts_{};
};

/// What attempts from an address are counted by: an IPv4 address whole, of IPv6 the first 64 bits, of which each line
/// has many addresses (RFC 6177). What is no address is itself.
std::string networkOf(std::string_view address);

/// Throws Error(tooMany) with the seconds to wait when `wait` holds something.
void refuseIf(const std::optional<std::chrono::seconds>& wait);

}  // namespace workflow
