#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/domain/job.h"
#include "server/workflow/account_ports.h"

namespace workflow {

/// Rows of long work.
class JobStore : public virtual Transactions {
public:
    /// Adds or replaces the job with this id.
    virtual void saveJob(const domain::Job& job) = 0;
    virtual std::optional<domain::Job> job(std::string_view id) = 0;
    virtual std::vector<domain::Job> jobs(const PageWish& page) = 0;  ///< by id
    /// The one of this kind that is not over, where there is one; of several one that waits.
    virtual std::optional<domain::Job> openJob(domain::JobKind kind) = 0;
    /// Of those that are not over, what was running first, then the oldest.
    virtual std::optional<domain::Job> nextJob() = 0;
};

/// An answer that was given to a request with an Idempotency-Key.
struct KeptAnswer {
    std::string requestHash{};
    int status = 0;
    std::vector<std::pair<std::string, std::string>> fields{};
    std::string body{};
    base::Instant at{};
    bool operator==(const KeptAnswer&) const = default;
};

/// Answers by who asked and under which key; neither stands there in the clear.
class AnswerStore : public virtual Transactions {
public:
    virtual void keepAnswer(std::string_view keyHash, const KeptAnswer& answer) = 0;
    virtual std::optional<KeptAnswer> keptAnswer(std::string_view keyHash) = 0;
    virtual void removeAnswersBefore(base::Instant at) = 0;
};

}  // namespace workflow
