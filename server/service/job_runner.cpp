#include "server/service/job_runner.h"

#include "base/error.h"

namespace service {
namespace {

using base::Error;
using base::ErrorCode;
using base::say;
using domain::Job;
using domain::JobState;

constexpr std::chrono::seconds kPatience{5};  // before what was busy is tried again

}  // namespace

JobRunner::JobRunner(workflow::JobStore& rows, Works works, workflow::Clock now, Tell tell)
    : rows_(rows), works_(std::move(works)), now_(std::move(now)), tell_(std::move(tell)), thread_([this] { run(); }) {}

JobRunner::~JobRunner() {
    {
        const std::lock_guard lock(mutex_);
        isEnding_ = true;
    }
    changed_.notify_one();
    thread_.join();
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        isWoken_ = true;
    }
    changed_.notify_one();
}

void JobRunner::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return isEnding_ || isWoken_; });
            if (isEnding_) return;
            isWoken_ = false;
        }
        try {
            if (step()) wake();
        } catch (const std::exception& error) {
            tell_(say("service.job_failed", {"", error.what()}));
            pause(kPatience);
            wake();
        }
    }
}

void JobRunner::pause(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, time, [this] { return isEnding_; });
}

bool JobRunner::step() {
    auto job = rows_.nextJob();
    if (!job) return false;
    if (job->state == JobState::waiting) {
        job->state = JobState::running;
        rows_.saveJob(*job);
    }
    try {
        stepOf(*job);
    } catch (const Error& error) {
        if (error.code() == ErrorCode::busy || error.code() == ErrorCode::unavailable) {
            pause(kPatience);
            return true;
        }
        job->state = JobState::failed;
        job->problem = base::inside(error.message());
        tell_(say("service.job_failed", {std::string(name(job->kind)), job->problem}));
    }
    if (isOver(*job)) job->endedAt = now_();
    rows_.saveJob(*job);
    return true;
}

void JobRunner::stepOf(Job& job) {
    if (works_.at(job.kind).get().step(job)) job.state = JobState::done;
}

}  // namespace service
