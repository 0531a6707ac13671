#include "server/store/attempt_rows.h"

#include "server/store/instant.h"
#include "server/store/sqlite.h"

namespace store {

using workflow::Attempts;

std::optional<Attempts> selectAttempts(Connection& connection, std::string_view what, std::string_view who) {
    Statement row(connection, "SELECT count, ends_at FROM attempt WHERE what = ? AND who = ?");
    if (!row.bind(what).bind(who).step()) return std::nullopt;
    Attempts found{std::string(what), std::string(who), row.number(), {}};
    found.end = instantOf(row.number());
    return found;
}

void upsertAttempts(Connection& connection, const Attempts& attempts) {
    Statement row(connection,
                  "INSERT INTO attempt (what, who, count, ends_at) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (what, who) DO UPDATE SET count = excluded.count, ends_at = excluded.ends_at");
    row.bind(std::string_view(attempts.what)).bind(std::string_view(attempts.who));
    row.bind(attempts.count).bind(secondsOf(attempts.end)).step();
}

void deleteAttempts(Connection& connection, std::string_view what, std::string_view who) {
    Statement(connection, "DELETE FROM attempt WHERE what = ? AND who = ?").bind(what).bind(who).step();
}

void deleteAttemptsEndedBy(Connection& connection, std::string_view what, base::Instant now) {
    Statement(connection, "DELETE FROM attempt WHERE what = ? AND ends_at <= ?").bind(what).bind(secondsOf(now)).step();
}

void keepLastAttempts(Connection& connection, std::string_view what, std::size_t most) {
    Statement(connection,
              "DELETE FROM attempt WHERE (what, who) IN "
              "(SELECT what, who FROM attempt WHERE what = ? ORDER BY ends_at DESC LIMIT -1 OFFSET ?)")
        .bind(what)
        .bind(static_cast<std::int64_t>(most))
        .step();
}

}  // namespace store
