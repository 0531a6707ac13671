#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

#include "base/message.h"
#include "server/workflow/audit.h"

namespace service {

enum class Condition { good, warning, bad };

struct Check {
    std::string name{};  ///< "signing"
    Condition condition = Condition::bad;
    base::Message message{};
};

struct HealthParts {
    workflow::OfficeKey& key;
    workflow::AuditStore& rows;
    std::filesystem::path folder{};  ///< whose disk must have room
    workflow::Clock now{};
    std::filesystem::path trust{};  ///< the folder of trusted certificates
};

/// Whether the service can do its work. Looked at from a timer, never on request.
class Health {
public:
    explicit Health(HealthParts parts);

    /// Probes the office key with a text that is no document, the database, the disk and the clock; looks
    /// whether there is a folder of trusted certificates.
    void look();
    std::vector<Check> checks() const;
    bool isReady() const;  ///< none is bad

private:
    HealthParts parts_;
    mutable std::mutex mutex_{};
    std::vector<Check> checks_;
};

}  // namespace service
