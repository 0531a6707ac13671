#include "server/domain/audit_event.h"

#include <gtest/gtest.h>

namespace domain {
namespace {

using Kind = AuditFault::Kind;

AuditEvent event(const std::string& subject) {
    return {
        0, *base::parseInstant("2026-11-25T12:00:00Z"), Actor::Kind::user, "U", "user.make", "user", subject, "clerk",
        ""};
}

std::vector<AuditEvent> trail(int count) {
    std::vector<AuditEvent> events;
    for (int i = 0; i < count; ++i)
        events.push_back(chained(i == 0 ? "" : events.back().hash, i + 1, event(std::to_string(i))));
    return events;
}

std::vector<AuditFault> faults(const std::vector<AuditEvent>& events, std::int64_t last) {
    AuditWalk walk;
    for (const AuditEvent& one : events) walk.take(one);
    walk.end(last);
    return walk.faults();
}

TEST(AuditHash, IsSha256OverItsPartsWithTheirLengths) {
    // printf '0:1:120:2026-11-25T12:00:00Z4:user1:U9:user.make4:user1:05:clerk' | sha256sum
    EXPECT_EQ(auditHash("", trail(1).front()), "fd872087a933e221081b59283539fec74ff7df57bb1c4278f0557f54d64a95f6");
}

TEST(AuditHash, DependsOnEveryMember) {
    const AuditEvent original = trail(2).back();
    const std::string hash = auditHash("before", original);
    EXPECT_NE(auditHash("other", original), hash);
    AuditEvent other = original;
    other.sequence += 1;
    EXPECT_NE(auditHash("before", other), hash);
    other = original;
    other.at += std::chrono::seconds(1);
    EXPECT_NE(auditHash("before", other), hash);
    other = original;
    other.actorKind = Actor::Kind::token;
    EXPECT_NE(auditHash("before", other), hash);
    for (std::string AuditEvent::* member : {&AuditEvent::actorId, &AuditEvent::action, &AuditEvent::subjectKind,
                                             &AuditEvent::subjectId, &AuditEvent::detail}) {
        other = original;
        other.*member += 'x';
        EXPECT_NE(auditHash("before", other), hash);
    }
    other = original;  // what leaves one member does not become another's
    other.subjectId = "";
    other.detail = original.subjectId + original.detail;
    EXPECT_NE(auditHash("before", other), hash);
}

TEST(AuditWalk, FindsNothingInAWholeTrail) {
    AuditWalk walk;
    for (const AuditEvent& one : trail(5)) walk.take(one);
    walk.end(5);
    EXPECT_EQ(walk.faults(), std::vector<AuditFault>{});
    EXPECT_EQ(walk.count(), 5);
    EXPECT_EQ(walk.lastHash(), trail(5).back().hash);
    EXPECT_EQ(faults({}, 0), std::vector<AuditFault>{});
}

TEST(AuditWalk, FindsEveryMissingEntry) {
    for (std::size_t gone = 0; gone < 5; ++gone) {
        auto events = trail(5);
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(gone));
        EXPECT_EQ(faults(events, 5), (std::vector<AuditFault>{{Kind::missing, static_cast<std::int64_t>(gone) + 1}}));
    }
    EXPECT_EQ(faults({}, 3), (std::vector<AuditFault>{{Kind::missing, 1}, {Kind::missing, 3}}));
}

TEST(AuditWalk, FindsEveryAlteredEntry) {
    for (std::size_t at = 0; at < 5; ++at) {
        auto events = trail(5);
        events[at].detail = "administrator";
        EXPECT_EQ(faults(events, 5), (std::vector<AuditFault>{{Kind::altered, static_cast<std::int64_t>(at) + 1}}));
    }
}

TEST(AuditWalk, FindsAnAlteredEntryWhoseHashWasMadeAnew) {
    auto events = trail(5);
    events[1].detail = "administrator";
    events[1].hash = auditHash(events[0].hash, events[1]);
    EXPECT_EQ(faults(events, 5), (std::vector<AuditFault>{{Kind::altered, 3}}));
}

TEST(AuditWalk, FindsTwoEntriesThatChangedPlaces) {
    auto events = trail(5);
    std::swap(events[1], events[2]);
    std::swap(events[1].sequence, events[2].sequence);
    EXPECT_FALSE(faults(events, 5).empty());
}

TEST(AuditWalk, FindsAnEntryThatWasPutIn) {
    auto events = trail(3);
    events.insert(events.begin() + 1, chained(events[0].hash, 2, event("in between")));
    for (std::size_t i = 2; i < events.size(); ++i) ++events[i].sequence;
    EXPECT_FALSE(faults(events, 4).empty());
}

}  // namespace
}  // namespace domain
