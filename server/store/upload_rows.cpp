#include "server/store/upload_rows.h"

#include "server/store/instant.h"
#include "server/store/known_name.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

using domain::Upload;

const std::string kUploads =
    "SELECT id, document, signer, kind, state, sha256, size, file, field, signed_name, signatures, at, decided_at "
    "FROM upload WHERE ";

void insertFindings(Connection& connection, const Upload& upload) {
    std::int64_t finding = 0;
    for (const base::Message& message : upload.findings) {
        Statement row(connection, "INSERT INTO upload_finding (upload, place, key) VALUES (?, ?, ?)");
        row.bind(std::string_view(upload.id)).bind(finding).bind(std::string_view(message.key)).step();
        std::int64_t place = 0;
        for (const std::string& value : message.values) {
            Statement one(connection,
                          "INSERT INTO upload_finding_value (upload, finding, place, value) VALUES (?, ?, ?, ?)");
            one.bind(std::string_view(upload.id)).bind(finding).bind(place++).bind(std::string_view(value)).step();
        }
        ++finding;
    }
}

void deleteFindings(Connection& connection, std::string_view upload) {
    Statement(connection, "DELETE FROM upload_finding_value WHERE upload = ?").bind(upload).step();
    Statement(connection, "DELETE FROM upload_finding WHERE upload = ?").bind(upload).step();
}

std::vector<base::Message> findingsOf(Connection& connection, std::string_view upload) {
    Statement rows(connection, "SELECT place, key FROM upload_finding WHERE upload = ? ORDER BY place");
    rows.bind(upload);
    std::vector<base::Message> findings;
    while (rows.step()) {
        const std::int64_t finding = rows.number();
        base::Message message;
        message.key = rows.text();
        Statement values(connection,
                         "SELECT value FROM upload_finding_value WHERE upload = ? AND finding = ? ORDER BY place");
        values.bind(upload).bind(finding);
        while (values.step()) message.values.push_back(values.text());
        findings.push_back(std::move(message));
    }
    return findings;
}

Upload uploadOf(Statement& row) {
    Upload upload;
    upload.id = row.text();
    upload.documentId = row.text();
    upload.signerId = row.text();
    const std::string kind = row.text();
    upload.kind = known(domain::uploadKind(kind), kind);
    const std::string state = row.text();
    upload.state = known(domain::uploadState(state), state);
    upload.sha256 = row.text();
    upload.size = static_cast<std::size_t>(row.number());
    upload.fileName = row.text();
    upload.field = row.text();
    upload.signedName = row.text();
    upload.signatures = static_cast<std::size_t>(row.number());
    upload.at = instantOf(row.number());
    upload.decidedAt = instantOf(row.numberOrNull());
    return upload;
}

std::vector<Upload> allOf(Connection& connection, Statement& rows) {
    std::vector<Upload> all;
    while (rows.step()) all.push_back(uploadOf(rows));
    for (Upload& upload : all) upload.findings = findingsOf(connection, upload.id);
    return all;
}

}  // namespace

void upsertUpload(Connection& connection, const Upload& upload) {
    deleteFindings(connection, upload.id);
    Statement row(connection,
                  "INSERT INTO upload (id, document, signer, kind, state, sha256, size, file, field, signed_name, "
                  "signatures, at, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, "
                  "decided_at = excluded.decided_at");
    row.bind(std::string_view(upload.id)).bind(std::string_view(upload.documentId));
    row.bind(std::string_view(upload.signerId)).bind(domain::name(upload.kind)).bind(domain::name(upload.state));
    row.bind(std::string_view(upload.sha256)).bind(static_cast<std::int64_t>(upload.size));
    row.bind(std::string_view(upload.fileName)).bind(std::string_view(upload.field));
    row.bind(std::string_view(upload.signedName)).bind(static_cast<std::int64_t>(upload.signatures));
    row.bind(secondsOf(upload.at)).bind(secondsOf(upload.decidedAt)).step();
    insertFindings(connection, upload);
}

std::optional<Upload> selectUpload(Connection& connection, std::string_view id) {
    Statement row(connection, kUploads + "id = ?");
    row.bind(id);
    auto found = allOf(connection, row);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Upload> selectUploads(Connection& connection, const workflow::UploadWish& wish) {
    Statement rows(connection, kUploads +
                                   "id > ?1 AND (?2 = '' OR document = ?2) AND (?3 = '' OR kind = ?3) AND "
                                   "(?4 = '' OR state = ?4) ORDER BY id LIMIT ?5");
    rows.bind(std::string_view(wish.page.after)).bind(std::string_view(wish.documentId));
    rows.bind(wish.kind ? domain::name(*wish.kind) : std::string_view(""));
    rows.bind(wish.state ? domain::name(*wish.state) : std::string_view(""));
    rows.bind(static_cast<std::int64_t>(wish.page.limit));
    return allOf(connection, rows);
}

std::vector<Upload> selectUploadsOf(Connection& connection, std::string_view document) {
    Statement rows(connection, kUploads + "document = ? ORDER BY number");
    rows.bind(document);
    return allOf(connection, rows);
}

std::vector<Upload> selectUploadsOfMeeting(Connection& connection, std::string_view meetingId) {
    Statement rows(connection, kUploads +
                                   "document IN (SELECT id FROM document WHERE meeting = ?) "
                                   "ORDER BY document, number");
    rows.bind(meetingId);
    return allOf(connection, rows);
}

}  // namespace store
