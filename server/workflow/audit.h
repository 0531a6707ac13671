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

/// A part of the trail: what comes behind the entry `after` (0: from the beginning), or with newestFirst what came
/// before it (0: from the end), backwards.
struct AuditWish {
    std::int64_t after = 0;
    std::size_t limit = 50;
    bool newestFirst = false;
    std::string words{};  ///< search.h
};

/// The audit trail.
class Audit {
public:
    Audit(AuditStore& rows, Clock now) : rows_(rows), now_(std::move(now)) {}

    /// Adds the next entry. Call it inside the transaction of what it tells: without it nothing happens. Throws
    /// Error(busy) audit.unwritable when the rows take it not, Error(cannotWrite) when there is no room.
    void record(const domain::Actor& actor, AuditEntry entry);

    /// Those that have all of the wish's words.
    std::vector<domain::AuditEvent> events(const AuditWish& wish);

    /// Holds every entry against the one before it.
    AuditCheck check();

private:
    void add(const domain::AuditEvent& event);

    AuditStore& rows_;
    Clock now_;
};

}  // namespace workflow
