#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/civil_date.h"

namespace domain {

/// Work that takes longer than anybody waits for an answer.
enum class JobKind {
    archiveCheck,  ///< every object that a record names, hashed again
    rejudge,       ///< signatures without established trust, judged again
};
inline constexpr JobKind kJobKinds[] = {JobKind::archiveCheck, JobKind::rejudge};

enum class JobState { waiting, running, done, failed };
inline constexpr JobState kJobStates[] = {JobState::waiting, JobState::running, JobState::done, JobState::failed};

struct Job {
    std::string id{};
    JobKind kind = JobKind::archiveCheck;
    JobState state = JobState::waiting;
    std::int64_t done = 0;   ///< items; where it goes on after a restart
    std::int64_t total = 0;  ///< 0 while not counted
    std::string result{};    ///< JSON, what was found so far; empty: nothing
    std::string problem{};   ///< what made it fail (base::inside)
    base::Instant madeAt{};
    std::optional<base::Instant> endedAt{};
    bool operator==(const Job&) const = default;
};

inline bool isOver(const Job& job) { return job.state == JobState::done || job.state == JobState::failed; }

std::string_view name(JobKind kind);  ///< "archive-check" …, for JSON and SQLite
std::string_view name(JobState state);
std::optional<JobKind> jobKind(std::string_view word);
std::optional<JobState> jobState(std::string_view word);

}  // namespace domain
