#pragma once

#include <sqlite3.h>

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/office_ports.h"

/// The office's data, its own templates and the files of photos as typed rows. The caller holds the transaction.
namespace store {

std::optional<workflow::StoredOffice> selectOffice(sqlite3* connection);
void replaceOffice(sqlite3* connection, const workflow::StoredOffice& office);

void upsertTemplate(sqlite3* connection, const workflow::StoredTemplate& made);
std::optional<workflow::StoredTemplate> selectTemplate(sqlite3* connection, std::string_view name);
std::vector<workflow::StoredTemplate> selectTemplates(sqlite3* connection);  ///< by name
void deleteTemplate(sqlite3* connection, std::string_view name);

void upsertPhoto(sqlite3* connection, const workflow::StoredPhoto& photo);
std::optional<workflow::StoredPhoto> selectPhoto(sqlite3* connection, std::string_view meetingId,
                                                 std::string_view sha256);
void deletePhoto(sqlite3* connection, std::string_view meetingId, std::string_view sha256);
void deletePhotosOf(sqlite3* connection, std::string_view meetingId);

}  // namespace store
