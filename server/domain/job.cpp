#include "server/domain/job.h"

namespace domain {

std::string_view name(JobKind kind) {
    switch (kind) {
        case JobKind::archiveCheck:
            return "archive-check";
        case JobKind::rejudge:
            return "rejudge";
    }
    return {};
}

std::string_view name(JobState state) {
    switch (state) {
        case JobState::waiting:
            return "waiting";
        case JobState::running:
            return "running";
        case JobState::done:
            return "done";
        case JobState::failed:
            return "failed";
    }
    return {};
}

std::optional<JobKind> jobKind(std::string_view word) {
    for (const JobKind kind : kJobKinds)
        if (name(kind) == word) return kind;
    return std::nullopt;
}

std::optional<JobState> jobState(std::string_view word) {
    for (const JobState state : kJobStates)
        if (name(state) == word) return state;
    return std::nullopt;
}

}  // namespace domain
