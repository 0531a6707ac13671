#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/workflow/office_ports.h"

/// The office's data, its own templates and the files of photos as typed rows. The caller holds the transaction.
namespace store {

class Connection;

std::optional<workflow::StoredOffice> selectOffice(Connection& connection);
void replaceOffice(Connection& connection, const workflow::StoredOffice& office);

void upsertTemplate(Connection& connection, const workflow::StoredTemplate& made);
std::optional<workflow::StoredTemplate> selectTemplate(Connection& connection, std::string_view name);
std::vector<workflow::StoredTemplate> selectTemplates(Connection& connection);  ///< by name
void deleteTemplate(Connection& connection, std::string_view name);

void upsertPhoto(Connection& connection, const workflow::StoredPhoto& photo);
std::optional<workflow::StoredPhoto> selectPhoto(Connection& connection, std::string_view meetingId,
                                                 std::string_view sha256);
void deletePhoto(Connection& connection, std::string_view meetingId, std::string_view sha256);
void deletePhotosOf(Connection& connection, std::string_view meetingId);

}  // namespace store
