#include "server/store/record_rows.h"

#include <map>

#include "base/error.h"
#include "server/store/instant.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

void insertSignature(Connection& connection, const std::string& record, std::int64_t place,
                     const domain::RecordedSignature& one) {
    Statement insert(connection,
                     "INSERT INTO record_signature (record, place, field, participant, signer, indication, intact, "
                     "demonstration) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(std::string_view(record)).bind(place).bind(std::string_view(one.field)).bind(one.participant);
    insert.bind(std::string_view(one.signerName)).bind(std::string_view(one.indication));
    insert.bind(std::int64_t{one.intact}).bind(std::int64_t{one.demonstration}).step();
}

constexpr const char* kRecord =
    "SELECT id, meeting, document, kind, file, sha256, size, snapshot_sha256, verdict_sha256, verdict, archived_at "
    "FROM "
    "record ";
constexpr const char* kSignature =
    "SELECT record, field, participant, signer, indication, intact, demonstration FROM record_signature ";

domain::RecordedSignature signatureOf(Statement& row) {
    domain::RecordedSignature one;
    one.field = row.text();
    one.participant = row.numberOrNull();
    one.signerName = row.text();
    one.indication = row.text();
    one.intact = row.number() != 0;
    one.demonstration = row.number() != 0;
    return one;
}

domain::Record recordOf(Statement& row) {
    domain::Record record;
    record.id = row.text();
    record.meetingId = row.text();
    record.documentId = row.text();
    record.kind = domain::documentKind(row.text()).value_or(domain::DocumentKind::other);
    record.fileName = row.text();
    record.sha256 = row.text();
    record.size = static_cast<std::size_t>(row.number());
    record.snapshotSha256 = row.text();
    record.verdictSha256 = row.text();
    record.verdict = row.text();
    record.archivedAt = instantOf(row.number());
    return record;
}

/// The record of the row with its signatures.
domain::Record wholeRecord(Connection& connection, Statement& row) {
    domain::Record record = recordOf(row);
    Statement signatures(connection, std::string(kSignature) + "WHERE record = ? ORDER BY place");
    signatures.bind(std::string_view(record.id));
    while (signatures.step()) {
        signatures.text();  // the record's own id
        record.signatures.push_back(signatureOf(signatures));
    }
    return record;
}

}  // namespace

void insertRecord(Connection& connection, const domain::Record& record) {
    Statement insert(connection,
                     "INSERT INTO record (id, meeting, document, kind, file, sha256, size, snapshot_sha256, "
                     "verdict_sha256, verdict, archived_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (id) DO NOTHING");
    insert.bind(std::string_view(record.id)).bind(std::string_view(record.meetingId));
    insert.bind(std::string_view(record.documentId)).bind(domain::name(record.kind));
    insert.bind(std::string_view(record.fileName)).bind(std::string_view(record.sha256));
    insert.bind(static_cast<std::int64_t>(record.size)).bind(std::string_view(record.snapshotSha256));
    insert.bind(std::string_view(record.verdictSha256)).bind(std::string_view(record.verdict));
    insert.bind(secondsOf(record.archivedAt)).step();
    if (changedRows(connection) == 0) return;
    std::int64_t place = 0;
    for (const auto& one : record.signatures) insertSignature(connection, record.id, place++, one);
}

std::vector<domain::Record> selectRecords(Connection& connection) {
    std::vector<domain::Record> records;
    std::map<std::string, std::size_t> places;
    Statement rows(connection, std::string(kRecord) + "ORDER BY rowid");
    while (rows.step()) {
        records.push_back(recordOf(rows));
        places[records.back().id] = records.size() - 1;
    }
    Statement signatures(connection, std::string(kSignature) + "ORDER BY record, place");
    while (signatures.step()) {
        auto& record = records.at(places.at(signatures.text()));
        record.signatures.push_back(signatureOf(signatures));
    }
    return records;
}

std::optional<domain::Record> selectRecord(Connection& connection, std::string_view id) {
    Statement row(connection, std::string(kRecord) + "WHERE id = ?");
    if (!row.bind(id).step()) return std::nullopt;
    return wholeRecord(connection, row);
}

std::vector<domain::Record> selectRecords(Connection& connection, const workflow::PageWish& page) {
    Statement rows(connection, std::string(kRecord) + "WHERE id > ? ORDER BY id LIMIT ?");
    rows.bind(std::string_view(page.after)).bind(static_cast<std::int64_t>(page.limit));
    std::vector<domain::Record> records;
    while (rows.step()) records.push_back(wholeRecord(connection, rows));
    return records;
}

bool hasRecords(Connection& connection, std::string_view meetingId) {
    return Statement(connection, "SELECT 1 FROM record WHERE meeting = ? LIMIT 1").bind(meetingId).step();
}

}  // namespace store
