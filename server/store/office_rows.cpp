#include "server/store/office_rows.h"

#include "server/store/instant.h"
#include "server/store/sqlite.h"

namespace store {
namespace {

workflow::StoredTemplate templateOf(Statement& row) {
    workflow::StoredTemplate made;
    made.name = row.text();
    made.xml = row.text();
    made.changedAt = instantOf(row.number());
    return made;
}

}  // namespace

std::optional<workflow::StoredOffice> selectOffice(Connection& connection) {
    Statement row(connection, "SELECT json, version FROM office");
    if (!row.step()) return std::nullopt;
    workflow::StoredOffice office;
    office.json = row.text();
    office.version = row.number();
    return office;
}

void replaceOffice(Connection& connection, const workflow::StoredOffice& office) {
    Statement insert(connection, "INSERT OR REPLACE INTO office (only, json, version) VALUES (1, ?, ?)");
    insert.bind(std::string_view(office.json)).bind(office.version).step();
}

void upsertTemplate(Connection& connection, const workflow::StoredTemplate& made) {
    Statement insert(connection, "INSERT OR REPLACE INTO office_template (name, xml, changed_at) VALUES (?, ?, ?)");
    insert.bind(std::string_view(made.name)).bind(std::string_view(made.xml)).bind(secondsOf(made.changedAt)).step();
}

std::optional<workflow::StoredTemplate> selectTemplate(Connection& connection, std::string_view name) {
    Statement row(connection, "SELECT name, xml, changed_at FROM office_template WHERE name = ?");
    if (!row.bind(name).step()) return std::nullopt;
    return templateOf(row);
}

std::vector<workflow::StoredTemplate> selectTemplates(Connection& connection) {
    Statement rows(connection, "SELECT name, xml, changed_at FROM office_template ORDER BY name");
    std::vector<workflow::StoredTemplate> all;
    while (rows.step()) all.push_back(templateOf(rows));
    return all;
}

void deleteTemplate(Connection& connection, std::string_view name) {
    Statement(connection, "DELETE FROM office_template WHERE name = ?").bind(name).step();
}

void upsertPhoto(Connection& connection, const workflow::StoredPhoto& photo) {
    Statement insert(connection,
                     "INSERT OR REPLACE INTO photo (meeting, sha256, media_type, size, added_at) "
                     "VALUES (?, ?, ?, ?, ?)");
    insert.bind(std::string_view(photo.meetingId)).bind(std::string_view(photo.sha256));
    insert.bind(std::string_view(photo.mediaType)).bind(static_cast<std::int64_t>(photo.size));
    insert.bind(secondsOf(photo.addedAt)).step();
}

std::optional<workflow::StoredPhoto> selectPhoto(Connection& connection, std::string_view meetingId,
                                                 std::string_view sha256) {
    Statement row(connection,
                  "SELECT meeting, sha256, media_type, size, added_at FROM photo WHERE meeting = ? AND sha256 = ?");
    if (!row.bind(meetingId).bind(sha256).step()) return std::nullopt;
    workflow::StoredPhoto photo;
    photo.meetingId = row.text();
    photo.sha256 = row.text();
    photo.mediaType = row.text();
    photo.size = static_cast<std::size_t>(row.number());
    photo.addedAt = instantOf(row.number());
    return photo;
}

void deletePhoto(Connection& connection, std::string_view meetingId, std::string_view sha256) {
    Statement(connection, "DELETE FROM photo WHERE meeting = ? AND sha256 = ?").bind(meetingId).bind(sha256).step();
}

void deletePhotosOf(Connection& connection, std::string_view meetingId) {
    Statement(connection, "DELETE FROM photo WHERE meeting = ?").bind(meetingId).step();
}

}  // namespace store
