#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "server/http/router.h"
#include "server/workflow/service_ports.h"

namespace http {

/// Answers to POST requests with an Idempotency-Key: for a day the same request of the same actor under the same key
/// gets the answer that was given, another request 409. Answers that show a secret are kept in memory alone.
class Idempotency {
public:
    Idempotency(workflow::AnswerStore& rows, workflow::Clock now) : rows_(rows), now_(std::move(now)) {}

    /// What the request got before, else what `answer` gives. Throws Error(usage) for a key of other than 1 to 255
    /// visible ASCII characters, Error(conflict) idempotency.* for another request and for one that is still going on.
    /// What `answer` throws is not kept: nothing was done then.
    Response answer(const Call& call, const Route& route);

    void removeOld();

private:
    class Going;
    struct Key;
    Response fresh(const Call& call, const Route& route, const Key& key);
    std::optional<workflow::KeptAnswer> kept(const std::string& keyHash);

    workflow::AnswerStore& rows_;
    workflow::Clock now_;
    std::mutex mutex_{};
    std::set<std::string> going_{};
    std::map<std::string, workflow::KeptAnswer> secret_{};  ///< by the key's hash
};

/// The routes; each POST that changes something asks `idempotency` first, which must outlive them.
std::vector<Route> idempotent(std::vector<Route> routes, Idempotency& idempotency);

}  // namespace http
