#pragma once

#include <cstdint>
#include <memory>

#include "server/http/counters.h"
#include "server/http/gate_settings.h"
#include "server/http/message.h"
#include "server/http/request_log.h"

namespace http {

/// The service's door. One loop accepts connections, reads each request whole under limits, deadlines, one memory
/// budget and a share of it per client address, checks its raw bytes, and answers every refusal itself: 408 where it is
/// too slow, 503 with Retry-After where there is no room. Only whole, well-formed requests are lent to a worker's
/// thread, where `handler` answers; the loop sends the answer, so that neither a slow sender nor a slow reader holds a
/// thread. One request a connection.
class Gate {
public:
    /// Listens when it returns. Throws Error(usage, busy) as Listener does, Error(internal) where the system refuses.
    /// `log` must outlive it.
    Gate(GateSettings settings, Handler handler, RequestLog& log);
    ~Gate();
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

    std::uint16_t port() const;

    /// Serves until stop(), then drains: no new connection, every request that has begun gets its answer, until
    /// drainTime has passed; then 503, but what a worker does is always waited for.
    void run();

    /// From any thread, and from a signal's handler; once is enough.
    void stop() noexcept;

    GateCounts counts() const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace http
