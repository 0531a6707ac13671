#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/workflow/audit.h"
#include "server/workflow/service_ports.h"

namespace workflow {

/// Asking for long work, and looking at it.
class Jobs {
public:
    Jobs(JobStore& rows, Audit& audit, Clock now) : rows_(rows), audit_(audit), now_(std::move(now)) {}

    /// A new job that waits for its turn; the one of this kind that is not over yet, where there is one. Judging again
    /// that has begun does not count: some documents were looked at before what there is now to look for.
    domain::Job make(const domain::Actor& actor, domain::JobKind kind);
    /// Throws Error(notFound).
    domain::Job job(std::string_view id);
    std::vector<domain::Job> list(const PageWish& page) { return rows_.jobs(page); }

private:
    JobStore& rows_;
    Audit& audit_;
    Clock now_;
};

/// One kind of long work, done in steps, so that it shows how far it is and goes on after a restart.
class LongWork {
public:
    virtual ~LongWork() = default;
    /// Does the next items, not more than about a second's worth, raises `done` and writes to `result` what was found.
    /// Whether that was all. Throws Error(busy), Error(unavailable) to be called again later, anything else to fail.
    virtual bool step(domain::Job& job) = 0;
};

/// Hashes every object that a record names again.
class ArchiveCheck final : public LongWork {
public:
    ArchiveCheck(Store& rows, Archive& files) : rows_(rows), files_(files) {}
    /// result: {"damages": [{"object", "kind", "files": […]}]}
    bool step(domain::Job& job) override;

private:
    /// Reads what there is to check, at a job's first step here.
    void look(const domain::Job& job);
    void forget();

    Store& rows_;
    Archive& files_;
    std::optional<std::string> jobId_{};  ///< whose records and objects these are
    std::vector<domain::Record> records_{};
    std::vector<std::string> objects_{};
};

}  // namespace workflow
