#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "signing/validate.h"

namespace workflow {

/// Verdicts of the last minute on stored files, so that a page that is looked at again does not judge them again. A
/// verdict is of a file, the anchors, and a moment: it is found again under the file's hash and the anchors', and not
/// after `life`. For several threads.
class VerdictMemory {
public:
    static constexpr std::chrono::minutes life{1};
    static constexpr std::size_t most = 256;

    using Judge = std::function<signing::FileVerdict()>;

    /// What `judge` said of this file within `life` before `at`, or says now. What it throws comes through and is not
    /// kept.
    signing::FileVerdict of(const std::string& sha256, const std::vector<base::Bytes>& anchors, base::Instant at,
                            const Judge& judge);

private:
    struct Kept {
        base::Instant at{};
        signing::FileVerdict verdict{};
    };
    std::mutex mutex_{};
    std::map<std::string, Kept> kept_{};
};

}  // namespace workflow
