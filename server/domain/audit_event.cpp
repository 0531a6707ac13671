#include "server/domain/audit_event.h"

#include "base/bytes.h"
#include "signing/digest.h"

namespace domain {

std::string auditHash(const std::string& hashBefore, const AuditEvent& event) {
    std::string text;
    const auto add = [&text](std::string_view part) { text += std::to_string(part.size()) + ':' + std::string(part); };
    add(hashBefore);
    add(std::to_string(event.sequence));
    add(base::isoInstant(event.at));
    add(name(event.actorKind));
    for (const std::string* part : {&event.actorId, &event.action, &event.subjectKind, &event.subjectId, &event.detail})
        add(*part);
    return base::hex(signing::sha256(text));
}

AuditEvent chained(const std::string& hashBefore, std::int64_t sequence, AuditEvent event) {
    event.sequence = sequence;
    event.hash = auditHash(hashBefore, event);
    return event;
}

void AuditWalk::missing(std::int64_t first, std::int64_t last) {
    if (first > last) return;
    faults_.push_back({AuditFault::Kind::missing, first});
    if (last > first) faults_.push_back({AuditFault::Kind::missing, last});
}

void AuditWalk::take(const AuditEvent& event) {
    missing(sequence_ + 1, event.sequence - 1);
    // Behind a gap the hash before is unknown, and the gap has been told.
    const bool isNext = event.sequence == sequence_ + 1;
    if (isNext && event.hash != auditHash(hash_, event)) faults_.push_back({AuditFault::Kind::altered, event.sequence});
    sequence_ = event.sequence;
    hash_ = event.hash;
    ++count_;
}

void AuditWalk::end(std::int64_t lastSequence) { missing(sequence_ + 1, lastSequence); }

}  // namespace domain
