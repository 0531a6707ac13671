#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/document_ports.h"

/// The files of documents as typed rows, as workflow::DocumentStore says. The caller holds the transaction.
namespace store {

class Connection;

void upsertUpload(Connection& connection, const domain::Upload& upload);
std::optional<domain::Upload> selectUpload(Connection& connection, std::string_view id);
std::vector<domain::Upload> selectUploads(Connection& connection, const workflow::UploadWish& wish);
std::vector<domain::Upload> selectUploadsOf(Connection& connection, std::string_view document);
std::vector<domain::Upload> selectUploadsOfMeeting(Connection& connection, std::string_view meetingId);

}  // namespace store
