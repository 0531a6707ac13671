#include "server/store/service_rows.h"

#include "server/store/instant.h"
#include "server/store/known_name.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::Job;

const std::string kJobs = "SELECT id, kind, state, done, total, result, problem, made_at, ended_at FROM job ";

Job jobOf(Statement& row) {
    Job job;
    job.id = row.text();
    const std::string kind = row.text();
    job.kind = known(domain::jobKind(kind), kind);
    const std::string state = row.text();
    job.state = known(domain::jobState(state), state);
    job.done = row.number();
    job.total = row.number();
    job.result = row.text();
    job.problem = row.text();
    job.madeAt = instantOf(row.number());
    job.endedAt = instantOf(row.numberOrNull());
    return job;
}

std::optional<Job> oneOf(Statement& row) { return row.step() ? std::optional(jobOf(row)) : std::nullopt; }

}  // namespace

void upsertJob(Connection& connection, const Job& job) {
    Statement row(connection,
                  "INSERT INTO job (id, kind, state, done, total, result, problem, made_at, ended_at) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, "
                  "done = excluded.done, total = excluded.total, result = excluded.result, "
                  "problem = excluded.problem, ended_at = excluded.ended_at");
    row.bind(std::string_view(job.id)).bind(name(job.kind)).bind(name(job.state)).bind(job.done).bind(job.total);
    row.bind(std::string_view(job.result)).bind(std::string_view(job.problem));
    row.bind(secondsOf(job.madeAt)).bind(secondsOf(job.endedAt)).step();
}

std::optional<Job> selectJob(Connection& connection, std::string_view id) {
    Statement row(connection, kJobs + "WHERE id = ?");
    row.bind(id);
    return oneOf(row);
}

std::vector<Job> selectJobs(Connection& connection, const workflow::PageWish& page) {
    Statement rows(connection, kJobs + "WHERE id > ? ORDER BY id LIMIT ?");
    rows.bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    std::vector<Job> jobs;
    while (rows.step()) jobs.push_back(jobOf(rows));
    return jobs;
}

std::optional<Job> selectOpenJob(Connection& connection, domain::JobKind kind) {
    Statement row(connection,
                  kJobs + "WHERE state IN ('running', 'waiting') AND kind = ? ORDER BY state = 'running', id LIMIT 1");
    row.bind(name(kind));
    return oneOf(row);
}

std::optional<Job> selectNextJob(Connection& connection) {
    Statement row(connection,
                  kJobs + "WHERE state IN ('running', 'waiting') ORDER BY state = 'waiting', made_at, id LIMIT 1");
    return oneOf(row);
}

void upsertAnswer(Connection& connection, std::string_view keyHash, const workflow::KeptAnswer& answer) {
    Statement(connection, "DELETE FROM kept_answer_field WHERE answer = ?").bind(keyHash).step();
    Statement row(
        connection,
        "INSERT OR REPLACE INTO kept_answer (key_hash, request_hash, status, body, at) VALUES (?, ?, ?, ?, ?)");
    row.bind(keyHash).bind(std::string_view(answer.requestHash)).bind(std::int64_t{answer.status});
    row.bind(std::string_view(answer.body)).bind(secondsOf(answer.at)).step();
    std::int64_t place = 0;
    for (const auto& [name, value] : answer.fields) {
        Statement field(connection, "INSERT INTO kept_answer_field (answer, place, name, value) VALUES (?, ?, ?, ?)");
        field.bind(keyHash).bind(place++).bind(std::string_view(name)).bind(std::string_view(value)).step();
    }
}

std::optional<workflow::KeptAnswer> selectAnswer(Connection& connection, std::string_view keyHash) {
    Statement row(connection, "SELECT request_hash, status, body, at FROM kept_answer WHERE key_hash = ?");
    row.bind(keyHash);
    if (!row.step()) return std::nullopt;
    workflow::KeptAnswer answer;
    answer.requestHash = row.text();
    answer.status = static_cast<int>(row.number());
    answer.body = row.text();
    answer.at = instantOf(row.number());
    Statement fields(connection, "SELECT name, value FROM kept_answer_field WHERE answer = ? ORDER BY place");
    fields.bind(keyHash);
    while (fields.step()) {
        std::string name = fields.text();
        answer.fields.emplace_back(std::move(name), fields.text());
    }
    return answer;
}

void deleteAnswersBefore(Connection& connection, base::Instant at) {
    Statement(connection,
              "DELETE FROM kept_answer_field WHERE answer IN (SELECT key_hash FROM kept_answer WHERE at < ?)")
        .bind(secondsOf(at))
        .step();
    Statement(connection, "DELETE FROM kept_answer WHERE at < ?").bind(secondsOf(at)).step();
}

}  // namespace store
