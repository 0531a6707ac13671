#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/workflow/account_ports.h"

namespace workflow {

/// What a use case tells the audit trail; domain::AuditEvent says what may stand in it.
struct AuditEntry {
    std::string action{};  ///< "user.make"
    std::string subjectKind{};
    std::string subjectId{};
    std::string detail{};
};

/// What a look at the whole trail found.
struct AuditCheck {
    std::vector<domain::AuditFault> faults{};
    std::int64_t count = 0;
    std::string lastHash{};  ///< to be held against one that was noted elsewhere
};

/// The audit trail.
class Audit {
public:
    Audit(AuditStore& rows, Clock now) : rows_(rows), now_(std::move(now)) {}

    /// Adds the next entry. Call it inside the transaction of what it tells: without it nothing happens. Throws
    /// Error(busy) audit.unwritable when the rows take it not, Error(cannotWrite) when there is no room.
    void record(const domain::Actor& actor, AuditEntry entry);

    std::vector<domain::AuditEvent> events(std::int64_t after, std::size_t limit) { return rows_.events(after, limit); }

    /// Holds every entry against the one before it.
    AuditCheck check();

private:
    void add(const domain::AuditEvent& event);

    AuditStore& rows_;
    Clock now_;
};

}  // namespace workflow
