#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "server/http/writer.h"
#include "server/limits.h"

namespace http {

/// All that the gate can be told. The defaults are those of docs/limits.md.
struct GateSettings {
    std::string address = "127.0.0.1";  ///< to listen on: IPv4 or IPv6, no name
    std::uint16_t port = 8080;          ///< 0: any free one
    /// What else Host may say, with its port where it is not the scheme's, besides 127.0.0.1, [::1], localhost and the
    /// address, each with the port.
    std::vector<std::string> hosts{};
    /// Addresses of front proxies whose X-Forwarded-For is believed.
    std::vector<std::string> proxies{};
    Transport transport = Transport::plain;
    /// Paths that begin with one of these find a worker of their own, whatever else is going on.
    std::vector<std::string> probes{"/health/", "/metrics"};
    /// Paths that begin with one of these count as large requests, however short: anybody may ask there for much work.
    std::vector<std::string> heavyPaths{"/api/v1/verify"};

    std::size_t bodyLimit = limits::kBody.value;
    std::size_t connections = limits::kConnections.value;
    std::size_t addressConnections = limits::kAddressConnections.value;
    std::size_t memory = limits::kMemory.value;
    std::size_t addressMemory = limits::kAddressMemory.value;
    std::size_t workers =
        limits::kWorkers.value;  ///< at least 3: one for probes, one for small requests, one for large
    std::size_t lightQueue = limits::kLightQueue.value;
    std::size_t heavyQueue = limits::kHeavyQueue.value;
    std::size_t smallBody = limits::kSmallBody.value;
    std::size_t slowestRate = limits::kSlowestRate.value;  ///< bytes a second

    std::chrono::milliseconds headTime = std::chrono::seconds(limits::kHeadTime.value);
    std::chrono::milliseconds bodyTime = std::chrono::seconds(limits::kBodyTime.value);
    std::chrono::milliseconds sendTime = std::chrono::seconds(limits::kSendTime.value);
    std::chrono::milliseconds queueTime = std::chrono::seconds(limits::kQueueTime.value);
    std::chrono::milliseconds lingerTime = std::chrono::seconds(limits::kLingerTime.value);
    std::chrono::milliseconds drainTime = std::chrono::seconds(limits::kDrainTime.value);
};

/// Whether it is an IPv4 or IPv6 address.
bool isAddress(const std::string& text);

/// What Host may say at this port.
std::vector<std::string> hostsOf(const GateSettings& settings, std::uint16_t port);

bool isProxy(const GateSettings& settings, const std::string& address);

/// Who asks: the connection's address, or, where that is a trusted proxy's, the address that it saw, if it is one.
std::string clientAddress(const GateSettings& settings, const std::string& connection, const std::string& forwardedFor);

}  // namespace http
