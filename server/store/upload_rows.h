#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/document_ports.h"

/// The files of documents as typed rows, as workflow::DocumentStore says. The caller holds the transaction.
namespace store {

void upsertUpload(sqlite3* connection, const domain::Upload& upload);
std::optional<domain::Upload> selectUpload(sqlite3* connection, std::string_view id);
std::vector<domain::Upload> selectUploads(sqlite3* connection, const workflow::UploadWish& wish);
std::vector<domain::Upload> selectUploadsOf(sqlite3* connection, std::string_view document);

}  // namespace store
