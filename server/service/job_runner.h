#pragma once

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "server/workflow/jobs.h"

namespace service {

/// Does long work, one job after the other, on a thread of its own. A job that was running when the service stopped
/// goes on first.
class JobRunner {
public:
    using Works = std::map<domain::JobKind, std::reference_wrapper<workflow::LongWork>>;
    using Tell = std::function<void(const base::Message&)>;

    JobRunner(workflow::JobStore& rows, Works works, workflow::Clock now, Tell tell);
    /// Ends between two steps.
    ~JobRunner();
    JobRunner(const JobRunner&) = delete;
    JobRunner& operator=(const JobRunner&) = delete;

    /// There may be something to do.
    void wake();

private:
    void run();
    /// Whether there was something to do.
    bool step();
    void stepOf(domain::Job& job);
    void pause(std::chrono::milliseconds time);

    workflow::JobStore& rows_;
    Works works_;
    workflow::Clock now_;
    Tell tell_;
    std::mutex mutex_{};
    std::condition_variable changed_{};
    bool isWoken_ = true;
    bool isEnding_ = false;
    std::thread thread_;
};

}  // namespace service
