#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace http {

struct ShareLimits {
    std::size_t memory = 0;
    std::size_t addressMemory = 0;
    std::size_t addressConnections = 0;
};

/// Who a connection counts to: an IPv4 address, or the first 64 bits of an IPv6 one, because those a single client may
/// choose freely. A text that is no address counts as itself.
std::string shareOf(std::string_view address);

/// The one memory budget and each client's share of it and of the connections. May be called by several threads: a
/// worker counts its answer itself.
class Shares {
public:
    explicit Shares(const ShareLimits& limits) : limits_(limits) {}

    void enter(const std::string& share);
    /// The connection is over; it held `bytes`.
    void leave(const std::string& share, std::size_t bytes);
    /// What a connection holds became more or less; whether it had room, because isFull() was not so before.
    bool change(const std::string& share, std::size_t before, std::size_t after);

    /// Whether nothing of `share` may grow now.
    bool isFull(const std::string& share) const;
    /// Whether `share` itself holds all that it may.
    bool isShareFull(const std::string& share) const;
    /// Whether it has more connections than its share.
    bool isCrowded(const std::string& share) const;
    /// Who has most connections; empty where nobody has any.
    std::string mostCrowded() const;
    std::size_t held() const;

private:
    struct Use {
        std::size_t connections = 0;
        std::size_t bytes = 0;
    };

    void add(Use& use, std::size_t before, std::size_t after);
    bool isAllHeld() const { return held_ > limits_.memory; }
    bool isHeld(const Use& use) const { return use.bytes > limits_.addressMemory; }

    const ShareLimits limits_;
    mutable std::mutex mutex_{};
    std::size_t held_ = 0;
    std::unordered_map<std::string, Use> uses_;
};

}  // namespace http
