#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/civil_date.h"
#include "server/domain/policy.h"

/// The audit trail: what was done, when, by whom, to what. Each entry holds the hash of the one before it, so that a
/// row that is missing or was altered is found.
namespace domain {

/// One thing that happened. Nothing in it is personal: people, documents and links stand by their ids, and `detail` is
/// made of words of the program ("clerk archivist"), never of what somebody typed.
struct AuditEvent {
    std::int64_t sequence = 0;  ///< from 1, without gaps
    base::Instant at{};
    Actor::Kind actorKind = Actor::Kind::system;
    std::string actorId{};
    std::string action{};  ///< "user.make"
    std::string subjectKind{};
    std::string subjectId{};
    std::string detail{};
    std::string hash{};  ///< auditHash() over the hash before it and all of this
    bool operator==(const AuditEvent&) const = default;
};

/// Lower-case hexadecimal SHA-256 over the hash of the entry before (empty for the first) and every member of `event`
/// but its hash. Each part is written as its length, ":" and its octets, so that no two entries give the same text.
std::string auditHash(const std::string& hashBefore, const AuditEvent& event);

/// The event with its place in the trail: behind the entry with `hashBefore` (none: empty).
AuditEvent chained(const std::string& hashBefore, std::int64_t sequence, AuditEvent event);

/// What is wrong with a trail.
struct AuditFault {
    enum class Kind {
        missing,  ///< the entry with this sequence is not there
        altered,  ///< its hash is not that of what it says and of the entry before
    };
    Kind kind = Kind::missing;
    std::int64_t sequence = 0;
    bool operator==(const AuditFault&) const = default;
};

/// Walks a trail in its order, piece by piece. Of a row of missing entries the first and the last stand for all.
class AuditWalk {
public:
    void take(const AuditEvent& event);
    /// `lastSequence` is the greatest one that was ever given out: entries may be missing at the end.
    void end(std::int64_t lastSequence);

    const std::vector<AuditFault>& faults() const { return faults_; }
    std::int64_t count() const { return count_; }
    const std::string& lastHash() const { return hash_; }

private:
    void missing(std::int64_t first, std::int64_t last);

    std::vector<AuditFault> faults_{};
    std::int64_t count_ = 0;
    std::int64_t sequence_ = 0;
    std::string hash_{};
};

}  // namespace domain
