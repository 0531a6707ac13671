#pragma once

#include <cstdint>
#include <optional>

#include "base/civil_date.h"

/// Times as rows have them: seconds since 1970.
namespace store {

inline std::int64_t secondsOf(base::Instant at) { return at.time_since_epoch().count(); }

inline std::optional<std::int64_t> secondsOf(const std::optional<base::Instant>& at) {
    return at ? std::optional(secondsOf(*at)) : std::nullopt;
}

inline base::Instant instantOf(std::int64_t seconds) { return base::Instant(std::chrono::seconds(seconds)); }

inline std::optional<base::Instant> instantOf(const std::optional<std::int64_t>& seconds) {
    return seconds ? std::optional(instantOf(*seconds)) : std::nullopt;
}

}  // namespace store
