#include "server/store/audit_rows.h"

#include "base/error.h"
#include "server/store/instant.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::AuditEvent;

AuditEvent eventOf(Statement& row) {
    AuditEvent event;
    event.sequence = row.number();
    event.at = instantOf(row.number());
    // An unknown word was not written by us: the hash does not fit then either.
    event.actorKind = domain::actorKind(row.text()).value_or(domain::Actor::Kind::anonymous);
    event.actorId = row.text();
    event.action = row.text();
    event.subjectKind = row.text();
    event.subjectId = row.text();
    event.detail = row.text();
    event.hash = row.text();
    return event;
}

const std::string kEvents =
    "SELECT sequence, at, actor_kind, actor, action, subject_kind, subject, detail, hash FROM audit ";

}  // namespace

void insertEvent(Connection& connection, const AuditEvent& event) {
    Statement row(connection,
                  "INSERT INTO audit (sequence, at, actor_kind, actor, action, subject_kind, subject, detail, hash) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(event.sequence).bind(secondsOf(event.at)).bind(domain::name(event.actorKind));
    row.bind(std::string_view(event.actorId)).bind(std::string_view(event.action));
    row.bind(std::string_view(event.subjectKind)).bind(std::string_view(event.subjectId));
    row.bind(std::string_view(event.detail)).bind(std::string_view(event.hash)).step();
}

std::optional<AuditEvent> selectLastEvent(Connection& connection) {
    Statement row(connection, kEvents + "ORDER BY sequence DESC LIMIT 1");
    return row.step() ? std::optional(eventOf(row)) : std::nullopt;
}

std::vector<AuditEvent> selectEvents(Connection& connection, std::int64_t after, std::size_t limit) {
    Statement rows(connection, kEvents + "WHERE sequence > ? ORDER BY sequence LIMIT ?");
    rows.bind(after).bind(static_cast<std::int64_t>(limit));
    std::vector<AuditEvent> events;
    while (rows.step()) events.push_back(eventOf(rows));
    return events;
}

std::int64_t selectLastSequence(Connection& connection) {
    Statement row(connection, "SELECT seq FROM sqlite_sequence WHERE name = 'audit'");
    return row.step() ? row.number() : 0;
}

}  // namespace store
