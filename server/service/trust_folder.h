#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/message.h"

namespace service {

/// The certificates that the office trusts: *.crt, *.cer, *.pem of a folder, read again when something in it changed.
/// For any number of threads.
class TrustFolder {
public:
    using Tell = std::function<void(const base::Message&)>;

    /// A folder that is not there has no certificates. `tell` hears of that, and of files that cannot be read.
    TrustFolder(std::filesystem::path folder, Tell tell);

    /// As of the last refresh().
    std::vector<base::Bytes> anchors() const;
    /// Whether something changed since the last look. One thread at a time.
    bool refresh();

private:
    using Look = std::vector<std::pair<std::string, std::filesystem::file_time_type>>;
    Look look() const;
    void tellWhenMissing();

    std::filesystem::path folder_;
    Tell tell_;
    bool isMissing_ = false;  ///< has been told
    mutable std::mutex mutex_{};
    Look seen_{};
    std::vector<base::Bytes> anchors_{};
};

}  // namespace service
