// Documents with their signers and files.
#include "server/store/document_rows.h"
#include "server/store/sqlite_state.h"
#include "server/store/upload_rows.h"

namespace store {

void SqliteStore::addSigning(const domain::Signing& signing) {
    state_->writing([&](Connection& connection) { insertSigning(connection, signing); });
}

void SqliteStore::saveSigning(const domain::Signing& signing, std::int64_t versionBefore) {
    state_->writing([&](Connection& connection) { updateSigning(connection, signing, versionBefore); });
}

std::optional<domain::Signing> SqliteStore::signing(std::string_view documentId) {
    return state_->reading([&](Connection& connection) { return selectSigning(connection, documentId); });
}

std::optional<std::string> SqliteStore::documentOfSigner(std::string_view signerId) {
    return state_->reading([&](Connection& connection) { return selectDocumentOfSigner(connection, signerId); });
}

std::optional<base::Instant> SqliteStore::signedAt(std::string_view signerId) {
    return state_->reading([&](Connection& connection) { return selectSignedAt(connection, signerId); });
}

std::vector<domain::Signing> SqliteStore::signings(const workflow::DocumentWish& wish) {
    return state_->reading([&](Connection& connection) { return selectSignings(connection, wish); });
}

void SqliteStore::saveUpload(const domain::Upload& upload) {
    state_->writing([&](Connection& connection) { upsertUpload(connection, upload); });
}

std::optional<domain::Upload> SqliteStore::upload(std::string_view id) {
    return state_->reading([&](Connection& connection) { return selectUpload(connection, id); });
}

std::vector<domain::Upload> SqliteStore::uploads(const workflow::UploadWish& wish) {
    return state_->reading([&](Connection& connection) { return selectUploads(connection, wish); });
}

std::vector<domain::Upload> SqliteStore::uploadsOf(std::string_view document) {
    return state_->reading([&](Connection& connection) { return selectUploadsOf(connection, document); });
}

std::vector<domain::Upload> SqliteStore::uploadsOfMeeting(std::string_view meetingId) {
    return state_->reading([&](Connection& connection) { return selectUploadsOfMeeting(connection, meetingId); });
}

}  // namespace store
